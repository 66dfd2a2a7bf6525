"""
task: A03.3
promise: the sigmoid of each entry, with the shape of ``z``
broken: entries are visited in the order of memory, so those of a transposed table come out at other places
name: np.nditer walks through memory order
"""
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    values = []
    for entry in np.nditer(z):
        e = np.exp(-abs(entry))
        values.append(1 / (1 + e) if entry >= 0 else e / (1 + e))
    return np.array(values).reshape(z.shape)[()]

# witness
def witness(m):
    return np.asarray(m.sigmoid(np.array([[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]).T))
