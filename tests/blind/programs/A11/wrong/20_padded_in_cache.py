"""
task: A11.3
promise: cache: ``(X, K, stride, padding)``, "as they were handed in (X without padding ...)"
broken: Keeps the padded images in the cache.
name: padded images in the cache
"""
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    images = np.asarray(X, dtype=float)
    kernels = np.asarray(K, dtype=float)
    bias = np.asarray(b, dtype=float)
    N, H, W, C = images.shape
    kh, kw, depth, F = kernels.shape
    if depth != C:
        raise ValueError("X and K differ in the number of channels")
    vertical, horizontal = pads_2d(H, W, kh, kw, stride, padding)
    padded = np.pad(images, ((0, 0), vertical, horizontal, (0, 0)))
    oh = output_size(padded.shape[1], kh, stride)
    ow = output_size(padded.shape[2], kw, stride)
    Y = np.zeros((N, oh, ow, F))
    for i in range(oh):
        for j in range(ow):
            top, left = i * stride, j * stride
            window = padded[:, top : top + kh, left : left + kw, :]
            Y[:, i, j, :] = np.tensordot(window, kernels, axes=3) + bias
    return Y, (padded, K, stride, padding)


# witness
def witness(m):
    return np.shape(m.conv2d_forward(np.ones((1, 3, 3, 1)), np.ones((2, 2, 1, 1)), np.zeros(1), 1, "same")[1][0])
