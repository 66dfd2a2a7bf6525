"""
task: A05.1
promise: The sum of ``(y_hat - y)**2`` over all entries, divided by twice their number.
broken: It returns the mean squared error, twice what is asked for.
name: forgot the half
"""
def half_mse(y_hat, y):
    y_hat = np.asarray(y_hat, dtype=float)
    y = np.asarray(y, dtype=float)
    if y_hat.ndim and y.ndim and y_hat.shape != y.shape:
        raise ValueError(f"shapes differ: {y_hat.shape} and {y.shape}")
    return float(np.mean((y_hat - y) ** 2))


# witness
def witness(m):
    return m.half_mse(np.array([2.0, 4.0]), np.array([1.0, 1.0]))
