"""
task: A01.2
promise: ``(y_hat - y)**2 / 2`` for each entry
broken: The half is left out.
name: half forgotten
"""
def half_squared_error(y_hat, y):
    y_hat = np.asarray(y_hat, dtype=float)
    y = np.asarray(y, dtype=float)
    if y_hat.ndim > 0 and y.ndim > 0 and y_hat.shape != y.shape:
        raise ValueError("shapes differ")
    return (y_hat - y) ** 2

# witness
def witness(m):
    return m.half_squared_error(np.array([1.0, 5.0]), np.array([0.0, 2.0]))
