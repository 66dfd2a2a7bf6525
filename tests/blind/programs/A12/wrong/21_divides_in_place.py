"""
task: A12.4
promise: "the arguments are left as they were"
broken: Divides the caller's array of derivatives itself when it holds floats.
name: argument changed in place
"""
def avg_pool_backward(dY, cache):
    X, size, stride, padding = cache
    dY = np.asarray(dY, dtype=float)
    inside, (up, aside), (rows, columns) = framed(np.ones(np.shape(X)), size, stride, padding, 0)
    N, H, W, C = np.shape(X)
    dpadded = np.zeros(inside.shape)
    for i in range(rows):
        for j in range(columns):
            down = slice(i * stride, i * stride + size)
            across = slice(j * stride, j * stride + size)
            dY[:, i, j] /= inside[:, down, across].sum(axis=(1, 2))
            share = dY[:, i, j]
            dpadded[:, down, across] += share[:, None, None, :]
    return dpadded[:, up : up + H, aside : aside + W]


# witness
def witness(m):
    dY = np.ones((1, 2, 2, 1))
    m.avg_pool_backward(dY, (np.ones((1, 4, 4, 1)), 2, 2, "valid"))
    return dY
