"""
task: A04.1
promise: ValueError: If ``y`` hasn't the shape (m,): a column of shape (m, 1) is refused
broken: a column of targets is flattened and accepted
name: column of targets accepted
"""
def linear_gradient(X, y, w, b):
    X = np.asarray(X, dtype=float)
    y = np.asarray(y, dtype=float).reshape(-1)
    w = np.asarray(w, dtype=float)
    m = X.shape[0]
    if y.shape != (m,):
        raise ValueError(f"y has shape {y.shape}, not ({m},)")
    error = np.sum(w * X, axis=1) + b - y
    dw = np.sum(error.reshape(m, 1) * X, axis=0) / m
    db = np.sum(error) / m
    return dw, db

# witness
def witness(m):
    try:
        m.linear_gradient(np.array([[1.0, 2.0], [0.0, -1.0]]), np.array([[1.0], [2.0]]), np.array([0.5, -0.5]), 0.2)
        return "no error"
    except ValueError as e:
        return type(e).__name__
