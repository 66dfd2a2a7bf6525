"""
task: A09.4
promise: "ValueError: If a label is negative, or c or more."
broken: a negative label isn't refused; it counts from the last class
name: no check for negative labels
"""
def one_hot(labels, c):
    labels = np.asarray(labels)
    if np.any(labels >= c):
        raise ValueError("a label is out of range")
    Y = np.zeros((len(labels), c))
    Y[np.arange(len(labels)), labels] = 1.0
    return Y

# witness
def witness(m):
    try:
        m.one_hot(np.array([1, -1]), 3)
    except ValueError:
        return "ValueError"
    return "accepted"
