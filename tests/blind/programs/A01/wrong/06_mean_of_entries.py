"""
task: A01.2
promise: ``(y_hat - y)**2 / 2`` for each entry: the shape of whichever of the two is an array
broken: The mean over the entries is returned, one number for an array.
name: mean taken where each entry is asked for
"""
def half_squared_error(y_hat, y):
    y_hat = np.asarray(y_hat, dtype=float)
    y = np.asarray(y, dtype=float)
    if y_hat.ndim > 0 and y.ndim > 0 and y_hat.shape != y.shape:
        raise ValueError("shapes differ")
    return np.mean((y_hat - y) ** 2 / 2)

# witness
def witness(m):
    return m.half_squared_error(np.array([1.0, 5.0]), np.array([0.0, 2.0]))
