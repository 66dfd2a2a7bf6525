"""
task: A05.6
promise: Integers are fine, and the arguments are left as they were.
broken: The step is subtracted from the caller's own weights.
name: argument mutated
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
    w -= lr * dw / m
    return w, float(b - lr * db / m)


# witness
def witness(m):
    X = np.array([[1.0, 2.0], [3.0, 1.0], [4.0, 3.0]])
    w = np.array([0.1, -0.2])
    m.full_batch_step(X, np.array([0.0, 1.0, 1.0]), w, 0.3, 0.1)
    return w
