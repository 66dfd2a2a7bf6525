"""
task: A03.4
promise: eps : ``a`` is clipped to ``[eps, 1 - eps]``
broken: the clip always uses 1e-12, whatever eps is passed
name: parameter eps ignored
"""
def binary_cross_entropy(a, y, eps=1e-12):
    a = np.asarray(a, dtype=float)
    y = np.asarray(y, dtype=float)
    _refuse_unlike(a, y)
    a = np.clip(a, 1e-12, 1 - 1e-12)
    return -(y * np.log(a) + (1 - y) * np.log(1 - a))

# witness
def witness(m):
    return np.asarray(m.binary_cross_entropy(np.array([0.0, 1.0]), np.array([1, 0]), eps=1e-6))
