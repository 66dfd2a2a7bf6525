"""
task: A01.2
promise: If both are arrays and their shapes differ, ``(m,)`` with ``(m, 1)`` or ``(1,)`` included.
broken: An array of one entry is let through against an array of any shape, as if it were a number.
name: array of shape (1,) treated as a number
"""
def half_squared_error(y_hat, y):
    y_hat = np.asarray(y_hat, dtype=float)
    y = np.asarray(y, dtype=float)
    if y_hat.size > 1 and y.size > 1 and y_hat.shape != y.shape:
        raise ValueError("shapes differ")
    return (y_hat - y) ** 2 / 2

# witness
def witness(m):
    try:
        return np.shape(m.half_squared_error(np.array([1.0, 2.0, 3.0]), np.array([1.0])))
    except ValueError:
        return "ValueError"
