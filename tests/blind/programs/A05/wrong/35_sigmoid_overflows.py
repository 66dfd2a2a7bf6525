"""
task: A05.6
promise: Weighted sums may be of any size, ±1000 included.
broken: It computes exp(z) / (1 + exp(z)), which is nan at large z.
name: unsafe sigmoid
"""
def full_batch_step(X, y, w, b, lr):
    X = np.asarray(X, dtype=float)
    y = np.asarray(y, dtype=float)
    w = np.asarray(w, dtype=float)
    m = len(X)
    if y.shape != (m,):
        raise ValueError(f"y has shape {y.shape} instead of {(m,)}")
    grown = np.exp(X @ w + b)
    error = grown / (1 + grown) - y
    return w - lr * X.T @ error / m, float(b - lr * np.mean(error))


# witness
def witness(m):
    X = np.array([[500.0, 500.0], [1.0, 2.0]])
    return m.full_batch_step(X, np.array([0.0, 1.0]), np.array([1.0, 1.0]), 0.0, 0.1)
