"""
task: A03.4
promise: Always finite.
broken: a is kept above eps but not below 1 - eps, so that a = 1 gives inf or nan
name: clipped on one side only
"""
def binary_cross_entropy(a, y, eps=1e-12):
    a = np.asarray(a, dtype=float)
    y = np.asarray(y, dtype=float)
    _refuse_unlike(a, y)
    a = np.maximum(a, eps)
    return -(y * np.log(a) + (1 - y) * np.log(1 - a))

# witness
def witness(m):
    cost = m.binary_cross_entropy(np.array([0.0, 1.0]), np.array([1.0, 0.0]))
    return np.isfinite(cost)
