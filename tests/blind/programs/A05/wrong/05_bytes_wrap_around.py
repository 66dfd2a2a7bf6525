"""
task: A05.1
promise: Integers are fine, and the arguments are left as they were.
broken: The difference is computed in the type of the arguments, so that unsigned bytes wrap around.
name: no conversion to float
"""
def half_mse(y_hat, y):
    y_hat = np.asarray(y_hat)
    y = np.asarray(y)
    if y_hat.ndim and y.ndim and y_hat.shape != y.shape:
        raise ValueError(f"shapes differ: {y_hat.shape} and {y.shape}")
    return float(np.mean((y_hat - y) ** 2) / 2)


# witness
def witness(m):
    return m.half_mse(np.array([3, 10], dtype=np.uint8), np.array([5, 110], dtype=np.uint8))
