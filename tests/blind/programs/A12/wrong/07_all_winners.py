"""
task: A12.2
promise: "Each entry of ``dY`` goes to the cell that was its window's maximum, the first one in row order where several are equal."
broken: Gives the whole entry to every cell that equals the maximum.
name: ties: every winner gets the derivative
"""
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    dY = np.asarray(dY, dtype=float)
    padded, (up, aside), (rows, columns) = framed(X, size, stride, padding, -np.inf)
    N, H, W, C = np.shape(X)
    dpadded = np.zeros(padded.shape)
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            window = padded[:, top : top + size, left : left + size]
            mask = window == window.max(axis=(1, 2), keepdims=True)
            dpadded[:, top : top + size, left : left + size] += mask * dY[:, i : i + 1, j : j + 1]
    return dpadded[:, up : up + H, aside : aside + W]


# witness
def witness(m):
    return m.max_pool_backward(np.ones((1, 1, 1, 1)), (np.ones((1, 2, 2, 1)), 2, 2, "valid"))
