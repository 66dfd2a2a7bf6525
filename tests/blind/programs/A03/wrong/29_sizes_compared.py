"""
task: A03.5
promise: ValueError: If both are arrays and their shapes differ, ``(m,)`` with ``(m, 1)`` or ``(1,)`` included.
broken: only the numbers of entries are compared, so (m,) with (m, 1) gives a table
name: size compared instead of shape
"""
def bce_with_logits(z, y):
    z = np.asarray(z, dtype=float)
    y = np.asarray(y, dtype=float)
    if z.ndim > 0 and y.ndim > 0 and z.size != y.size:
        raise ValueError("shapes differ")
    return np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))

# witness
def witness(m):
    try:
        m.bce_with_logits(np.array([1.0, -2.0, 0.5]), np.array([[1.0], [0.0], [1.0]]))
        return "no error"
    except ValueError as e:
        return type(e).__name__
