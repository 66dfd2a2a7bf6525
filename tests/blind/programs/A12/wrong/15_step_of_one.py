"""
task: A12.3
promise: stride: "Without one it equals ``size``."
broken: Takes a step of 1 when none is given.
name: default stride 1
"""
def avg_pool_forward(X, size=2, stride=None, padding="valid"):
    if stride is None:
        stride = 1
    padded, _, (rows, columns) = framed(X, size, stride, padding, 0)
    inside, _, _ = framed(np.ones(np.shape(X)), size, stride, padding, 0)
    N, C = padded.shape[0], padded.shape[3]
    Y = np.zeros((N, rows, columns, C))
    for i in range(rows):
        for j in range(columns):
            down = slice(i * stride, i * stride + size)
            across = slice(j * stride, j * stride + size)
            total = padded[:, down, across].sum(axis=(1, 2))
            Y[:, i, j] = total / inside[:, down, across].sum(axis=(1, 2))
    return Y, (X, size, stride, padding)


# witness
def witness(m):
    return m.avg_pool_forward(np.array([[1.0, 1, 2, 4], [5, 6, 7, 8], [3, 2, 1, 0], [1, 2, 3, 4]]).reshape(1, 4, 4, 1))[0]
