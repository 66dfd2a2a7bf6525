"""
task: A12.1
promise: stride: "Without one it equals ``size``."
broken: Takes a step of 2 when none is given, whatever the size.
name: default stride fixed at 2
"""
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    if stride is None:
        stride = 2
    padded, _, (rows, columns) = framed(X, size, stride, padding, -np.inf)
    N, C = padded.shape[0], padded.shape[3]
    Y = np.zeros((N, rows, columns, C))
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            Y[:, i, j] = padded[:, top : top + size, left : left + size].max(axis=(1, 2))
    return Y, (X, size, stride, padding)


# witness
def witness(m):
    return m.max_pool_forward(np.arange(36.0).reshape(1, 6, 6, 1), 3)[0]
