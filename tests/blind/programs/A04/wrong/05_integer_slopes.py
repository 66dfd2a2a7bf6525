"""
task: A04.1
promise: Integers are fine
broken: the slopes are collected in an array of the weights' type, so integer weights cut them off
name: zeros_like of integer weights
"""
def linear_gradient(X, y, w, b):
    m, n = np.shape(X)
    if np.shape(y) != (m,):
        raise ValueError("y must have the shape (m,)")
    error = np.dot(X, w) + b - y
    dw = np.zeros_like(w)
    for j in range(n):
        dw[j] = np.mean(error * np.asarray(X)[:, j])
    return dw, np.mean(error)

# witness
def witness(m):
    return np.asarray(m.linear_gradient(np.array([[1, 2], [0, -1], [3, 1]]), np.array([1, 2, 1]), np.array([2, -1]), 1)[0])
