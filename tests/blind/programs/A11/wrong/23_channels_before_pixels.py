"""
task: A11.4
promise: "entry ``(p * kw + q) * C + c`` is pixel (p, q) of the window in channel c"
broken: Writes out channel after channel instead of pixel after pixel.
name: channels first within a row
"""
def im2col(X, kh, kw, stride):
    X = np.asarray(X)
    N, H, W, C = X.shape
    oh = output_size(H, kh, stride)
    ow = output_size(W, kw, stride)
    windows = np.zeros((N, oh, ow, kh, kw, C), dtype=X.dtype)
    for i in range(oh):
        for j in range(ow):
            top, left = i * stride, j * stride
            windows[:, i, j] = X[:, top : top + kh, left : left + kw, :]
    return windows.transpose(0, 1, 2, 5, 3, 4).reshape(N * oh * ow, kh * kw * C)


# witness
def witness(m):
    return m.im2col(np.arange(8.0).reshape(1, 2, 2, 2), 2, 2, 1)
