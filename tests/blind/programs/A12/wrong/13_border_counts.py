"""
task: A12.3
promise: "a border ... whose cells don't count: the mean is over the cells of the image under the window"
broken: Always divides by size * size, the cells of the border included.
name: divided by the full window at the border
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
            Y[:, i, j] = total / size**2
    return Y, (X, size, stride, padding)


# witness
def witness(m):
    return m.avg_pool_forward(np.array([[-1.0, -2, -3], [-4, -5, -6], [-7, -8, -9]]).reshape(1, 3, 3, 1), 2, 2, "same")[0]
