"""
task: A12.3
promise: "Return the mean under each window"; "Integers are fine, ``uint8`` images included"
broken: Stores the means in an array of the type of the images, which cuts fractions off for integers.
name: means stored as integers
"""
def avg_pool_forward(X, size=2, stride=None, padding="valid"):
    if stride is None:
        stride = size
    padded, _, (rows, columns) = framed(X, size, stride, padding, 0)
    inside, _, _ = framed(np.ones(np.shape(X)), size, stride, padding, 0)
    N, C = padded.shape[0], padded.shape[3]
    Y = np.zeros((N, rows, columns, C), dtype=np.asarray(X).dtype)
    for i in range(rows):
        for j in range(columns):
            down = slice(i * stride, i * stride + size)
            across = slice(j * stride, j * stride + size)
            total = padded[:, down, across].sum(axis=(1, 2))
            Y[:, i, j] = total / inside[:, down, across].sum(axis=(1, 2))
    return Y, (X, size, stride, padding)


# witness
def witness(m):
    return m.avg_pool_forward(np.array([1, 2, 2, 2], dtype=np.uint8).reshape(1, 2, 2, 1))[0]
