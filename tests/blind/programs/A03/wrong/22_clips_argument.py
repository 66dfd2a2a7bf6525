"""
task: A03.4
promise: the arguments are left as they were
broken: the caller's probabilities are clipped in place
name: argument mutated
"""
def binary_cross_entropy(a, y, eps=1e-12):
    a = np.asarray(a, dtype=float)
    y = np.asarray(y, dtype=float)
    _refuse_unlike(a, y)
    if a.ndim:
        a[a < eps] = eps
        a[a > 1 - eps] = 1 - eps
    else:
        a = np.clip(a, eps, 1 - eps)
    return -(y * np.log(a) + (1 - y) * np.log(1 - a))

# witness
def witness(m):
    a = np.array([0.0, 0.5, 1.0])
    m.binary_cross_entropy(a, np.array([0.0, 1.0, 1.0]), 0.05)
    return a
