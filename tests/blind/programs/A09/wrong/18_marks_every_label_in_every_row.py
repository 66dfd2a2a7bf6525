"""
task: A09.4
promise: "Return one row per label, with a 1 at the label's place and zeros elsewhere."
broken: puts a 1 at the places of all labels into every row
name: Y[:, labels] instead of pairing rows and labels
"""
def one_hot(labels, c):
    labels = np.asarray(labels)
    if np.any(labels < 0) or np.any(labels >= c):
        raise ValueError("a label is out of range")
    Y = np.zeros((len(labels), c))
    Y[:, labels] = 1.0
    return Y

# witness
def witness(m):
    return m.one_hot(np.array([2, 0]), 3)
