"""
task: A12.2
promise: "Each entry of ``dY`` goes to the cell that was its window's maximum"
broken: Looks for the winners with zeros in the border; where the image is negative the derivative goes to the border and is cut off.
name: zeros as border when the winners are sought
"""
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    dY = np.asarray(dY, dtype=float)
    padded, (up, aside), (rows, columns) = framed(X, size, stride, padding, 0)
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
    return dpadded[:, up : up + H, aside : aside + W]


# witness
def witness(m):
    return m.max_pool_backward(np.ones((1, 2, 2, 1)), (np.array([[-1.0, -2, -3], [-4, -5, -6], [-7, -8, -9]]).reshape(1, 3, 3, 1), 2, 2, "same"))
