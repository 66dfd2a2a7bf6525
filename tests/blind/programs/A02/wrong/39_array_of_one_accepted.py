"""
task: A02.7
promise: If ``y_hat`` is an array and its shape isn't that of ``y``, ``(m,)`` with ``(m, 1)`` or ``(1,)`` included.
broken: An array of one prediction is accepted like a number.
name: array of shape (1,) treated as a number
"""
def mean_squared_error(y_hat, y):
    y_hat = np.asarray(y_hat, dtype=float)
    y = np.asarray(y, dtype=float)
    if y_hat.size > 1 and y_hat.shape != y.shape:
        raise ValueError("shapes differ")
    return np.mean((y_hat - y) ** 2)

# witness
def witness(m):
    try:
        return m.mean_squared_error(np.array([2.0]), np.array([1.0, 4.0, 2.5]))
    except ValueError:
        return "ValueError"
