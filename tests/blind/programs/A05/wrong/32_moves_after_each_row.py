"""
task: A05.6
promise: all slopes are taken at the given parameters
broken: The parameters move after every row, so that later rows are asked at new ones.
name: stochastic steps instead of one batch step
"""
def full_batch_step(X, y, w, b, lr):
    X = np.asarray(X, dtype=float)
    y = np.asarray(y, dtype=float)
    w = np.asarray(w, dtype=float)
    m = len(X)
    if y.shape != (m,):
        raise ValueError(f"y has shape {y.shape} instead of {(m,)}")
    for row, label in zip(X, y):
        dw, db = logistic_gradient(row, label, w, b)
        w = w - lr * dw / m
        b = b - lr * db / m
    return w, float(b)


# witness
def witness(m):
    X = np.array([[1.0, 2.0], [3.0, 1.0], [4.0, 3.0]])
    return m.full_batch_step(X, np.array([0.0, 1.0, 1.0]), np.array([0.1, -0.2]), 0.3, 0.5)
