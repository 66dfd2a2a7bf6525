"""
task: A05.1
promise: If both are arrays and their shapes differ, ``(m,)`` with ``(m, 1)`` or ``(1,)`` included.
broken: An array of one entry passes for a single number, so that (3,) with (1,) is accepted.
name: array of length 1 taken for a number
"""
def half_mse(y_hat, y):
    y_hat = np.asarray(y_hat, dtype=float)
    y = np.asarray(y, dtype=float)
    if y_hat.size > 1 and y.size > 1 and y_hat.shape != y.shape:
        raise ValueError(f"shapes differ: {y_hat.shape} and {y.shape}")
    return float(np.mean((y_hat - y) ** 2) / 2)


# witness
def witness(m):
    try:
        return m.half_mse(np.array([1.0, 2.0, 3.0]), np.array([2.0]))
    except ValueError as error:
        return type(error).__name__
