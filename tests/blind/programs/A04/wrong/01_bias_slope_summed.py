"""
task: A04.1
promise: the cost is the mean over the rows / db: Slope of the cost with respect to the bias
broken: the bias gets the sum of the errors, not their mean
name: forgot the mean for the bias
"""
def linear_gradient(X, y, w, b):
    X = np.asarray(X, dtype=float)
    y = np.asarray(y, dtype=float)
    w = np.asarray(w, dtype=float)
    m = X.shape[0]
    if y.shape != (m,):
        raise ValueError(f"y has shape {y.shape}, not ({m},)")
    error = np.sum(w * X, axis=1) + b - y
    dw = np.sum(error.reshape(m, 1) * X, axis=0) / m
    db = np.sum(error)
    return dw, db

# witness
def witness(m):
    return float(m.linear_gradient(np.array([[1.0, 2.0], [0.0, -1.0], [3.0, 1.0]]), np.array([1.0, 2.0, 0.0]), np.array([0.5, -0.5]), 0.2)[1])
