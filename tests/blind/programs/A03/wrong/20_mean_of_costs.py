"""
task: A03.4
promise: ``-(y * log(a) + (1 - y) * log(1 - a))`` for each entry
broken: the mean of the costs is returned
name: returns the mean, not each entry
"""
def binary_cross_entropy(a, y, eps=1e-12):
    a = np.asarray(a, dtype=float)
    y = np.asarray(y, dtype=float)
    _refuse_unlike(a, y)
    a = np.clip(a, eps, 1 - eps)
    return np.mean(-(y * np.log(a) + (1 - y) * np.log(1 - a)))

# witness
def witness(m):
    return np.asarray(m.binary_cross_entropy(np.array([0.2, 0.7, 0.4]), np.array([1, 1, 0])))
