"""
task: A05.6
promise: The cost is the mean over the rows of the cross-entropy
broken: The weights move by the sum of the slopes of all rows; only the bias has the mean.
name: sum instead of mean
"""
def full_batch_step(X, y, w, b, lr):
    X = np.asarray(X, dtype=float)
    y = np.asarray(y, dtype=float)
    w = np.asarray(w, dtype=float)
    m = len(X)
    if y.shape != (m,):
        raise ValueError(f"y has shape {y.shape} instead of {(m,)}")
    dw, db = np.zeros(w.shape), 0.0
    for row, label in zip(X, y):
        dw_one, db_one = logistic_gradient(row, label, w, b)
        dw = dw + dw_one
        db = db + db_one
    return w - lr * dw, float(b - lr * db / m)


# witness
def witness(m):
    X = np.array([[1.0, 2.0], [3.0, 1.0], [4.0, 3.0]])
    return m.full_batch_step(X, np.array([0.0, 1.0, 1.0]), np.array([0.1, -0.2]), 0.3, 0.1)
