"""
task: A01.4
promise: The cost is the mean over the samples of ``(predict(x, w, b) - y)**2 / 2``.
broken: The error is taken without the intercept.
name: b left out of the prediction
"""
def gradient(x, y, w, b):
    if np.shape(x) != np.shape(y):
        raise ValueError("shapes differ")
    x = np.asarray(x, dtype=float)
    error = w * x - y
    return np.mean(error * x), np.mean(error)

# witness
def witness(m):
    return m.gradient(np.array([1.0, 2.0, 6.0]), np.array([2.0, 1.0, 0.0]), 0.5, 1.0)
