"""
task: A12.3
promise: Raises ValueError "If ``padding`` is another word"
broken: Treats every word but same as valid.
name: promised ValueError missing
"""
def avg_pool_forward(X, size=2, stride=None, padding="valid"):
    if stride is None:
        stride = size
    mode = "same" if padding.lower() == "same" else "valid"
    padded, _, (rows, columns) = framed(X, size, stride, mode, 0)
    inside, _, _ = framed(np.ones(np.shape(X)), size, stride, mode, 0)
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
    answers = []
    for word in ("zeros", "full", "Same"):
        try:
            m.avg_pool_forward(np.ones((1, 4, 4, 1)), padding=word)
            answers.append("an answer")
        except ValueError:
            answers.append("ValueError")
    return answers
