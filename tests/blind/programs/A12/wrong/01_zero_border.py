"""
task: A12.1
promise: ``"same"``: "a border by the rule of ``framed``, whose cells never win"
broken: Fills the border with zeros, which beat negative values.
name: zeros as border of a maximum
"""
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    if stride is None:
        stride = size
    padded, _, (rows, columns) = framed(X, size, stride, padding, 0)
    N, C = padded.shape[0], padded.shape[3]
    Y = np.zeros((N, rows, columns, C))
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            Y[:, i, j] = padded[:, top : top + size, left : left + size].max(axis=(1, 2))
    return Y, (X, size, stride, padding)


# witness
def witness(m):
    return m.max_pool_forward(np.array([[-1.0, -2, -3], [-4, -5, -6], [-7, -8, -9]]).reshape(1, 3, 3, 1), 2, 2, "same")[0]
