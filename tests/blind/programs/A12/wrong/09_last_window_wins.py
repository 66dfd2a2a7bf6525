"""
task: A12.2
promise: "A cell that won in several windows gets the sum."
broken: Assigns the entries, so that a cell keeps only that of its last window.
name: = instead of +=
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
            winner = window.reshape(N, size * size, C).argmax(axis=1)
            row, column = np.divmod(winner, size)
            dpadded[n, top + row, left + column, c] = dY[:, i, j]
    return dpadded[:, up : up + H, aside : aside + W]


# witness
def witness(m):
    return m.max_pool_backward(np.arange(1.0, 10).reshape(1, 3, 3, 1), (np.array([[1.0, 1, 2, 4], [5, 6, 7, 8], [3, 2, 1, 0], [1, 2, 3, 4]]).reshape(1, 4, 4, 1), 2, 1, "valid"))
