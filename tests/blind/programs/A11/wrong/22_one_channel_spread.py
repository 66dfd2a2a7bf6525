"""
task: A11.3
promise: Raises ValueError "If X and K differ in the number of channels, even where one of them has a single channel"
broken: A single channel is silently spread over all channels of the other.
name: channel check missing, broadcasting hides it
"""
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    images = np.asarray(X, dtype=float)
    kernels = np.asarray(K, dtype=float)
    N, H, W, C = images.shape
    kh, kw, depth, F = kernels.shape
    vertical, horizontal = pads_2d(H, W, kh, kw, stride, padding)
    padded = np.pad(images, ((0, 0), vertical, horizontal, (0, 0)))
    oh = output_size(padded.shape[1], kh, stride)
    ow = output_size(padded.shape[2], kw, stride)
    Y = np.zeros((N, oh, ow, F))
    for i in range(oh):
        for j in range(ow):
            top, left = i * stride, j * stride
            window = padded[:, top : top + kh, left : left + kw, :, None]
            Y[:, i, j, :] = (window * kernels).sum(axis=(1, 2, 3)) + np.asarray(b)
    return Y, (X, K, stride, padding)


# witness
def witness(m):
    answers = []
    for deep, depth in ((1, 3), (3, 1), (2, 3)):
        try:
            m.conv2d_forward(np.ones((1, 3, 3, deep)), np.ones((2, 2, depth, 2)), np.zeros(2))
            answers.append("an answer")
        except ValueError:
            answers.append("ValueError")
    return answers
