"""
task: A05.1
promise: The sum of ``(y_hat - y)**2`` over all entries, divided by twice their number.
broken: The sum of the squares is halved, but not divided by the number of entries.
name: sum instead of mean
"""
def half_mse(y_hat, y):
    y_hat = np.asarray(y_hat, dtype=float)
    y = np.asarray(y, dtype=float)
    if y_hat.ndim and y.ndim and y_hat.shape != y.shape:
        raise ValueError(f"shapes differ: {y_hat.shape} and {y.shape}")
    return float(np.sum((y_hat - y) ** 2) / 2)


# witness
def witness(m):
    return m.half_mse(np.array([0.5, 1.0, 1.5]), np.array([1.0, 2.0, 3.0]))
