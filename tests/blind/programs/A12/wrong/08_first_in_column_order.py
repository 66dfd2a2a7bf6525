"""
task: A12.2
promise: "... the first one in row order where several are equal"
broken: Reads the window column by column when it looks for the first maximum.
name: ties: first in column order
"""
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    dY = np.asarray(dY, dtype=float)
    padded, (up, aside), (rows, columns) = framed(X, size, stride, padding, -np.inf)
    N, H, W, C = np.shape(X)
    n, c = np.ogrid[:N, :C]
    dpadded = np.zeros(padded.shape)
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            window = padded[:, top : top + size, left : left + size]
            winner = window.transpose(0, 2, 1, 3).reshape(N, size * size, C).argmax(axis=1)
            column, row = np.divmod(winner, size)
            dpadded[n, top + row, left + column, c] += dY[:, i, j]
    return dpadded[:, up : up + H, aside : aside + W]


# witness
def witness(m):
    return m.max_pool_backward(np.ones((1, 1, 1, 1)), (np.array([0.0, 1, 1, 0]).reshape(1, 2, 2, 1), 2, 2, "valid"))
