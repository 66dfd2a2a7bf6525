"""
task: A11.4
promise: "written out in C order"
broken: Writes every window out in the order in which it lies in memory, which is another one for images that aren't C-contiguous.
name: ravel in memory order
"""
def im2col(X, kh, kw, stride):
    X = np.asarray(X)
    N, H, W, C = X.shape
    oh = output_size(H, kh, stride)
    ow = output_size(W, kw, stride)
    rows = np.zeros((N * oh * ow, kh * kw * C), dtype=X.dtype)
    for n in range(N):
        for i in range(oh):
            for j in range(ow):
                top, left = i * stride, j * stride
                window = X[n, top : top + kh, left : left + kw]
                rows[(n * oh + i) * ow + j] = window.ravel(order="K")
    return rows


# witness
def witness(m):
    return m.im2col(np.asfortranarray(np.arange(24.0).reshape(1, 3, 4, 2)), 2, 2, 1)
