"""
task: A02.7
promise: If ``y_hat`` is an array and its shape isn't that of ``y``, ``(m,)`` with ``(m, 1)`` or ``(1,)`` included.
broken: Only the lengths are compared, so that (m, 1) against (m,) broadcasts.
name: len compared instead of shape
"""
def mean_squared_error(y_hat, y):
    y_hat = np.asarray(y_hat, dtype=float)
    y = np.asarray(y, dtype=float)
    if y_hat.ndim > 0 and len(y_hat) != len(y):
        raise ValueError("lengths differ")
    return np.mean((y_hat - y) ** 2)

# witness
def witness(m):
    try:
        return m.mean_squared_error(np.array([[2.0], [1.0], [0.0]]), np.array([1.0, 4.0, 2.5]))
    except ValueError:
        return "ValueError"
