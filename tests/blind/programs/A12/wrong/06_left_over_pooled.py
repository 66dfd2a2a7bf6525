"""
task: A12.1
promise: ``"valid"``: "only windows that lie wholly in the image, from the top left corner; rows and columns left over are ignored"
broken: Also pools the rows and columns that are left over, with smaller windows.
name: partial windows at the end
"""
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    if stride is None:
        stride = size
    padded, _, (rows, columns) = framed(X, size, stride, padding, -np.inf)
    rows = -(-(padded.shape[1] - size) // stride) + 1
    columns = -(-(padded.shape[2] - size) // stride) + 1
    N, C = padded.shape[0], padded.shape[3]
    Y = np.zeros((N, rows, columns, C))
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            Y[:, i, j] = padded[:, top : top + size, left : left + size].max(axis=(1, 2))
    return Y, (X, size, stride, padding)


# witness
def witness(m):
    return np.shape(m.max_pool_forward(np.arange(25.0).reshape(1, 5, 5, 1))[0])
