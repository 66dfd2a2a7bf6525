"""
task: A11.4
promise: "Row ``(n * oh + i) * ow + j`` is the window of image n whose top left corner is at row ``i * stride`` and column ``j * stride``"
broken: Lists the windows column by column.
name: windows ordered down first, then right
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
    return windows.transpose(0, 2, 1, 3, 4, 5).reshape(N * oh * ow, kh * kw * C)


# witness
def witness(m):
    return m.im2col(np.arange(9.0).reshape(1, 3, 3, 1), 2, 2, 1)
