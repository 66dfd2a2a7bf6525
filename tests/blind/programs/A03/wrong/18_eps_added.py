"""
task: A03.4
promise: ``a`` is clipped to ``[eps, 1 - eps]`` before anything else
broken: eps is added inside the logarithms instead of clipping
name: log(a + eps) instead of clip
"""
def binary_cross_entropy(a, y, eps=1e-12):
    a = np.asarray(a, dtype=float)
    y = np.asarray(y, dtype=float)
    _refuse_unlike(a, y)
    return -(y * np.log(a + eps) + (1 - y) * np.log(1 - a + eps))

# witness
def witness(m):
    return np.asarray(m.binary_cross_entropy(np.array([1.0, 0.5, 0.0]), np.array([1.0, 0.0, 0.0]), 0.01))
