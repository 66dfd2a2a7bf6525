"""
task: A01.2
promise: If both are arrays and their shapes differ, ``(m,)`` with ``(m, 1)`` or ``(1,)`` included.
broken: Only the numbers of entries are compared, so (m,) with (m, 1) broadcasts to a table.
name: sizes compared instead of shapes
"""
def half_squared_error(y_hat, y):
    y_hat = np.asarray(y_hat, dtype=float)
    y = np.asarray(y, dtype=float)
    if y_hat.ndim > 0 and y.ndim > 0 and y_hat.size != y.size:
        raise ValueError("shapes differ")
    return (y_hat - y) ** 2 / 2

# witness
def witness(m):
    try:
        return np.shape(m.half_squared_error(np.array([1.0, 2.0, 3.0]), np.array([[1.0], [2.0], [3.0]])))
    except ValueError:
        return "ValueError"
