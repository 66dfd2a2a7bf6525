"""
task: A06.6
promise: If a batch's labels haven't the shape (m,): a column of shape (m, 1) is refused, and so are a single number
broken: A single number serves as the label of every row of a batch.
name: number accepted as labels of a batch
"""
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    w = np.asarray(w, dtype=float)
    if y.ndim and y.shape != x.shape[:-1]:
        raise ValueError(f"y has shape {y.shape} instead of {x.shape[:-1]}")
    rows = np.atleast_2d(x)
    error = np.atleast_1d(sigmoid(np.sum(w * x, axis=-1) + b) - y)
    dw = np.mean(error[:, np.newaxis] * rows, axis=0) + l1_gradient(w, l1) + l2_gradient(w, l2)
    return w - lr * dw, float(b - lr * np.mean(error))


# witness
def witness(m):
    try:
        m.regularized_update(np.array([[1.0, 2.0], [3.0, -1.0]]), 1.0, np.array([0.5, -0.3]), 0.2, 0.5)
        return "accepted"
    except ValueError as error:
        return type(error).__name__
