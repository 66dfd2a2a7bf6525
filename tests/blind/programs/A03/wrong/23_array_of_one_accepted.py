"""
task: A03.4
promise: ValueError: If both are arrays and their shapes differ, ``(m,)`` with ``(m, 1)`` or ``(1,)`` included.
broken: an array with a single entry is treated like a number and stretched
name: (1,) broadcast instead of refused
"""
def binary_cross_entropy(a, y, eps=1e-12):
    a = np.asarray(a, dtype=float)
    y = np.asarray(y, dtype=float)
    if a.size > 1 and y.size > 1 and a.shape != y.shape:
        raise ValueError("shapes differ")
    a = np.clip(a, eps, 1 - eps)
    return -(y * np.log(a) + (1 - y) * np.log(1 - a))

# witness
def witness(m):
    try:
        m.binary_cross_entropy(np.array([0.2, 0.6, 0.9]), np.array([1.0]))
        return "no error"
    except ValueError as e:
        return type(e).__name__
