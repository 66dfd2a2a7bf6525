"""
task: A11.2
promise: k: "The kernel. It isn't flipped."
broken: Turns the kernel by half a turn first: a true convolution.
name: kernel flipped
"""
def correlate2d(x, k, stride=1, padding="valid"):
    x = np.asarray(x, dtype=float)
    k = np.asarray(k, dtype=float)
    kh, kw = k.shape
    padded = np.pad(x, pads_2d(x.shape[0], x.shape[1], kh, kw, stride, padding))
    oh = output_size(padded.shape[0], kh, stride)
    ow = output_size(padded.shape[1], kw, stride)
    y = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            top, left = i * stride, j * stride
            y[i, j] = np.sum(padded[top : top + kh, left : left + kw] * k[::-1, ::-1])
    return y


# witness
def witness(m):
    return m.correlate2d([[1, 2, 3], [4, 5, 6], [7, 8, 9]], [[1, 2], [3, 4]])
