"""
task: A06.6
promise: weights and bias move at once, against their slopes, by ``lr`` times the slope
broken: The slope of the L2 penalty is subtracted without the learning rate.
name: forgot lr for the penalty
"""
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    w = np.asarray(w, dtype=float)
    if y.shape != x.shape[:-1]:
        raise ValueError(f"y has shape {y.shape} instead of {x.shape[:-1]}")
    rows = np.atleast_2d(x)
    error = np.atleast_1d(sigmoid(np.sum(w * x, axis=-1) + b) - y)
    dw = np.mean(error[:, np.newaxis] * rows, axis=0) + l1_gradient(w, l1)
    db = np.mean(error)
    return w - lr * dw - l2_gradient(w, l2), float(b - lr * db)


# witness
def witness(m):
    return m.regularized_update(np.array([1.0, 2.0]), 1.0, np.array([0.5, -0.3]), 0.2, 0.1, l2=0.01)
