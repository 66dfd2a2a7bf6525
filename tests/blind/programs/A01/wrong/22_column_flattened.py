"""
task: A01.4
promise: If ``x`` and ``y`` have different shapes: ``(m,)`` with ``(m, 1)`` or ``(1,)``
broken: Columns are flattened first, so that (m,) with (m, 1) is accepted.
name: (m, 1) flattened instead of refused
"""
def gradient(x, y, w, b):
    if np.ndim(x) != 0 and np.ndim(y) != 0:
        x, y = np.ravel(x), np.ravel(y)
    if np.shape(x) != np.shape(y):
        raise ValueError("shapes differ")
    error, by_w, by_b = chain_factors(x, y, w, b)
    return np.mean(error * by_w), np.mean(error * by_b)

# witness
def witness(m):
    try:
        return np.shape(m.gradient(np.array([1.0, 2.0, 6.0]), np.array([[1.0], [2.0], [3.0]]), 0.5, 1.0))
    except ValueError:
        return "ValueError"
