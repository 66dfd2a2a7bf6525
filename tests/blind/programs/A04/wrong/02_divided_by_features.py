"""
task: A04.1
promise: the cost is the mean over the rows
broken: the weights' slopes are divided by the number of features n instead of rows m
name: wrong variable: n instead of m
"""
def linear_gradient(X, y, w, b):
    X = np.asarray(X, dtype=float)
    y = np.asarray(y, dtype=float)
    m, n = X.shape
    if y.shape != (m,):
        raise ValueError("y must have the shape (m,)")
    error = X @ np.asarray(w, dtype=float) + b - y
    return X.T @ error / n, np.mean(error)

# witness
def witness(m):
    return np.asarray(m.linear_gradient(np.array([[1.0, 2.0], [0.0, -1.0], [3.0, 1.0]]), np.array([1.0, 2.0, 0.0]), np.array([0.5, -0.5]), 0.2)[0])
