"""
task: A12.3
promise: "the mean is over the cells of the image under the window"
broken: Counts the entries that aren't 0, and so leaves out cells of the image that are 0.
name: nonzero entries counted instead of cells
"""
def avg_pool_forward(X, size=2, stride=None, padding="valid"):
    if stride is None:
        stride = size
    padded, _, (rows, columns) = framed(X, size, stride, padding, 0)
    inside, _, _ = framed(np.ones(np.shape(X)), size, stride, padding, 0)
    N, C = padded.shape[0], padded.shape[3]
    Y = np.zeros((N, rows, columns, C))
    for i in range(rows):
        for j in range(columns):
            down = slice(i * stride, i * stride + size)
            across = slice(j * stride, j * stride + size)
            total = padded[:, down, across].sum(axis=(1, 2))
            Y[:, i, j] = total / np.maximum((padded[:, down, across] != 0).sum(axis=(1, 2)), 1)
    return Y, (X, size, stride, padding)


# witness
def witness(m):
    return m.avg_pool_forward(np.array([0.0, 1, 2, 0]).reshape(1, 2, 2, 1))[0]
