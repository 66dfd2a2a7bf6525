"""
task: A04.1
promise: ValueError: ... and so is an array with another number of targets than m
broken: a single target in an array of shape (1,) is stretched over all rows
name: checks only that y is flat
"""
def linear_gradient(X, y, w, b):
    X = np.asarray(X, dtype=float)
    y = np.asarray(y, dtype=float)
    w = np.asarray(w, dtype=float)
    m = X.shape[0]
    if y.ndim != 1 or len(y) not in (1, m):
        raise ValueError(f"y has shape {y.shape}, not ({m},)")
    error = np.sum(w * X, axis=1) + b - y
    dw = np.sum(error.reshape(m, 1) * X, axis=0) / m
    db = np.sum(error) / m
    return dw, db

# witness
def witness(m):
    try:
        m.linear_gradient(np.array([[1.0, 2.0], [0.0, -1.0], [3.0, 1.0]]), np.array([1.0]), np.array([0.5, -0.5]), 0.2)
        return "no error"
    except ValueError as e:
        return type(e).__name__
