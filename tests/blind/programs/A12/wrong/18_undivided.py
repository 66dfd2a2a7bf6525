"""
task: A12.4
promise: "Each entry of ``dY`` is shared equally by the cells of the image under its window."
broken: Gives the whole entry to each cell.
name: 1/k forgotten
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
            share = dY[:, i, j]
            dpadded[:, down, across] += share[:, None, None, :]
    return dpadded[:, up : up + H, aside : aside + W]


# witness
def witness(m):
    return m.avg_pool_backward(np.ones((1, 1, 1, 1)), (np.ones((1, 2, 2, 1)), 2, 2, "valid"))
