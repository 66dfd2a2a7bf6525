"""
task: A01.4
promise: The cost is the mean over the samples of ``(predict(x, w, b) - y)**2 / 2``.
broken: The slopes are summed over the samples and not averaged.
name: sum instead of mean
"""
def gradient(x, y, w, b):
    if np.shape(x) != np.shape(y):
        raise ValueError("shapes differ")
    error, by_w, by_b = chain_factors(x, y, w, b)
    return np.sum(error * by_w), np.sum(error * by_b)

# witness
def witness(m):
    return m.gradient(np.array([1.0, 2.0, 3.0]), np.array([2.0, 1.0, 0.0]), 0.5, 1.0)
