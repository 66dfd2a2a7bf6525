"""
task: A12.2
promise: Returns "array with the shape of ``X``"; "Each entry of ``dY`` goes to the cell that was its window's maximum"
broken: Cuts the border off at the end only, and so shifts the result wherever the border has cells at the top and left.
name: crop begins at 0
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
            dpadded[n, top + row, left + column, c] += dY[:, i, j]
    return dpadded[:, :H, :W]


# witness
def witness(m):
    return m.max_pool_backward(np.ones((1, 3, 3, 1)), (np.arange(9.0).reshape(1, 3, 3, 1), 3, 1, "same"))
