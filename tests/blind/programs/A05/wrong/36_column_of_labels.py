"""
task: A05.6
promise: If ``y`` hasn't the shape (m,): a column of shape (m, 1) is refused
broken: Only the length of y is checked, and a column is flattened.
name: column of labels accepted
"""
def full_batch_step(X, y, w, b, lr):
    X = np.asarray(X, dtype=float)
    y = np.asarray(y, dtype=float).reshape(-1)
    w = np.asarray(w, dtype=float)
    m = len(X)
    if len(y) != m:
        raise ValueError(f"{len(y)} labels for {m} rows")
    dw, db = np.zeros(w.shape), 0.0
    for row, label in zip(X, y):
        dw_one, db_one = logistic_gradient(row, label, w, b)
        dw = dw + dw_one
        db = db + db_one
    return w - lr * dw / m, float(b - lr * db / m)


# witness
def witness(m):
    try:
        m.full_batch_step(np.ones((3, 2)), np.array([[0.0], [1.0], [1.0]]), np.zeros(2), 0.0, 0.1)
        return "accepted"
    except ValueError as error:
        return type(error).__name__
