"""
task: A09.4
promise: "float array of shape (m, c)"
broken: makes as many columns as the largest label needs, so a batch without the last class gets too few
name: counts the classes from the labels instead of using c
"""
def one_hot(labels, c):
    labels = np.asarray(labels)
    if np.any(labels < 0) or np.any(labels >= c):
        raise ValueError("a label is out of range")
    Y = np.zeros((len(labels), labels.max() + 1))
    Y[np.arange(len(labels)), labels] = 1.0
    return Y

# witness
def witness(m):
    return np.shape(m.one_hot(np.array([0, 1, 0]), 4))
