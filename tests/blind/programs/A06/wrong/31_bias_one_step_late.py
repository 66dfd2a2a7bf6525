"""
task: A06.6
promise: All slopes are taken at the given parameters, then weights and bias move at once
broken: The slope of the bias is taken after the weights have moved.
name: bias slope at the new weights
"""
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    w = np.asarray(w, dtype=float)
    if y.shape != x.shape[:-1]:
        raise ValueError(f"y has shape {y.shape} instead of {x.shape[:-1]}")
    rows = np.atleast_2d(x)
    error = np.atleast_1d(sigmoid(np.sum(w * x, axis=-1) + b) - y)
    dw = np.mean(error[:, np.newaxis] * rows, axis=0) + l1_gradient(w, l1) + l2_gradient(w, l2)
    w = w - lr * dw
    error = np.atleast_1d(sigmoid(np.sum(w * x, axis=-1) + b) - y)
    b = b - lr * np.mean(error)
    return w, float(b)


# witness
def witness(m):
    X = np.array([[1.0, 2.0], [3.0, -1.0], [0.0, 1.0]])
    return m.regularized_update(X, np.array([1.0, 0.0, 1.0]), np.array([0.5, -0.3]), 0.2, 0.5, 0.01, 0.02)
