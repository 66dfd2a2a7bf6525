"""
task: A01.4
promise: Return the slopes of the mean cost with respect to ``w`` and ``b``.
broken: The error is taken as target minus prediction, which turns both slopes round.
name: sign of the gradient
"""
def gradient(x, y, w, b):
    if np.shape(x) != np.shape(y):
        raise ValueError("shapes differ")
    x = np.asarray(x, dtype=float)
    error = y - predict(x, w, b)
    return np.mean(error * x), np.mean(error)

# witness
def witness(m):
    return m.gradient(np.array([1.0, 2.0, 3.0]), np.array([2.0, 1.0, 0.0]), 0.5, 1.0)
