"""
task: A11.4
promise: Returns an "array of shape (N * oh * ow, kh * kw * C)", "all windows ... one per row"
broken: Returns the table turned round, one window per column.
name: transposed result
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
    return windows.reshape(N * oh * ow, kh * kw * C).T


# witness
def witness(m):
    return m.im2col(np.arange(9.0).reshape(1, 3, 3, 1), 3, 2, 1)
