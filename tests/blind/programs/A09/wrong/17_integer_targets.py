"""
task: A09.4
promise: "float array of shape (m, c)"
broken: the targets are integers
name: integer targets instead of floats
"""
def one_hot(labels, c):
    labels = np.asarray(labels)
    if np.any(labels < 0) or np.any(labels >= c):
        raise ValueError("a label is out of range")
    return np.eye(c, dtype=int)[labels]

# witness
def witness(m):
    return m.one_hot(np.array([2, 0]), 3).dtype.kind
