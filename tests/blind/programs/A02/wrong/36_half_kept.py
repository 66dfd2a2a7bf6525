"""
task: A02.7
promise: Return the mean of the squared errors, without the half of the cost.
broken: The half of the cost is kept.
name: half not left out
"""
def mean_squared_error(y_hat, y):
    y_hat = np.asarray(y_hat, dtype=float)
    y = np.asarray(y, dtype=float)
    if y_hat.ndim > 0 and y_hat.shape != y.shape:
        raise ValueError("shapes differ")
    return np.mean((y_hat - y) ** 2 / 2)

# witness
def witness(m):
    return m.mean_squared_error(np.array([2.0, 1.0]), np.array([1.0, 4.0]))
