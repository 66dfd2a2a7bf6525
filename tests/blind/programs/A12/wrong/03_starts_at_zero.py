"""
task: A12.1
promise: "Return the largest value under each window, channel by channel."
broken: Compares with a running maximum that begins at 0, so that a window of negative numbers gives 0.
name: running maximum begins at 0
"""
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    if stride is None:
        stride = size
    padded, _, (rows, columns) = framed(X, size, stride, padding, -np.inf)
    N, C = padded.shape[0], padded.shape[3]
    Y = np.zeros((N, rows, columns, C))
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            Y[:, i, j] = padded[:, top : top + size, left : left + size].max(axis=(1, 2), initial=0)
    return Y, (X, size, stride, padding)


# witness
def witness(m):
    return m.max_pool_forward(np.array([[-1.0, -2, -3], [-4, -5, -6], [-7, -8, -9]]).reshape(1, 3, 3, 1), 2, 1)[0]
