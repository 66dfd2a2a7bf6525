"""
task: A12.2
promise: "Integers are fine, ``uint8`` images included"; "Each entry of ``dY`` goes to the cell that was its window's maximum"
broken: Collects the derivative in the type of the images; with images of integers its fractions are lost.
name: fractions cut off by an integer array
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
    dX = np.zeros_like(np.asarray(X))
    dX[...] = dpadded[:, up : up + H, aside : aside + W]
    return dX


# witness
def witness(m):
    return m.max_pool_backward(np.full((1, 1, 1, 1), 0.75), (np.arange(4, dtype=np.uint8).reshape(1, 2, 2, 1), 2, 2, "valid"))
