"""
task: A01.2
promise: of the same shape, or either of them a single number
broken: A single number against an array is refused as a pair of different shapes.
name: a number beside an array is refused
"""
def half_squared_error(y_hat, y):
    y_hat = np.asarray(y_hat, dtype=float)
    y = np.asarray(y, dtype=float)
    if y_hat.shape != y.shape:
        raise ValueError("shapes differ")
    return (y_hat - y) ** 2 / 2

# witness
def witness(m):
    try:
        return np.asarray(m.half_squared_error(2.0, np.array([1.0, 2.0, 5.0]))).tolist()
    except ValueError:
        return "ValueError"
