"""
task: A06.6
promise: Weighted sums may be of any size, ±1000 included.
broken: It computes exp(z) / (1 + exp(z)), which is nan at large z.
name: unsafe sigmoid
"""
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    w = np.asarray(w, dtype=float)
    if y.shape != x.shape[:-1]:
        raise ValueError(f"y has shape {y.shape} instead of {x.shape[:-1]}")
    rows = np.atleast_2d(x)
    grown = np.exp(np.sum(w * x, axis=-1) + b)
    error = np.atleast_1d(grown / (1 + grown) - y)
    dw = np.mean(error[:, np.newaxis] * rows, axis=0) + l1_gradient(w, l1) + l2_gradient(w, l2)
    return w - lr * dw, float(b - lr * np.mean(error))


# witness
def witness(m):
    return m.regularized_update(np.array([500.0, 500.0]), 0.0, np.array([1.0, 1.0]), 0.0, 0.1, 0.01, 0.01)
