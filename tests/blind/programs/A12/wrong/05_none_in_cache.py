"""
task: A12.1
promise: cache: ``(X, size, stride, padding)`` "... but with ``stride`` as a number"
broken: Returns the stride as it was handed in, None included.
name: None left in the cache
"""
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    step = size if stride is None else stride
    padded, _, (rows, columns) = framed(X, size, step, padding, -np.inf)
    Y = np.zeros((padded.shape[0], rows, columns, padded.shape[3]))
    for i in range(rows):
        for j in range(columns):
            top, left = i * step, j * step
            Y[:, i, j] = padded[:, top : top + size, left : left + size].max(axis=(1, 2))
    return Y, (X, size, stride, padding)


# witness
def witness(m):
    return m.max_pool_forward(np.ones((1, 4, 4, 1)))[1][2]
