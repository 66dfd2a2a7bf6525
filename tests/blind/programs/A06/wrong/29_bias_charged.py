"""
task: A06.6
promise: The bias has no penalty.
broken: The bias is pulled by the L2 penalty like a weight.
name: penalty on the bias
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
    db = np.mean(error) + l2_gradient(b, l2)
    return w - lr * dw, float(b - lr * db)


# witness
def witness(m):
    return m.regularized_update(np.array([1.0, 2.0]), 1.0, np.array([0.5, -0.3]), 2.0, 0.1, l2=0.5)
