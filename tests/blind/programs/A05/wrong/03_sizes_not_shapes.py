"""
task: A05.1
promise: If both are arrays and their shapes differ, ``(m,)`` with ``(m, 1)`` or ``(1,)`` included.
broken: Only the numbers of entries are compared, so that a row and a column are broadcast to a table.
name: shape check compares sizes
"""
def half_mse(y_hat, y):
    y_hat = np.asarray(y_hat, dtype=float)
    y = np.asarray(y, dtype=float)
    if y_hat.ndim and y.ndim and y_hat.size != y.size:
        raise ValueError("y_hat and y have different sizes")
    return float(np.mean((y_hat - y) ** 2) / 2)


# witness
def witness(m):
    try:
        return m.half_mse(np.array([1.0, 2.0, 3.0]), np.array([[1.0], [2.0], [3.0]]))
    except ValueError as error:
        return type(error).__name__
