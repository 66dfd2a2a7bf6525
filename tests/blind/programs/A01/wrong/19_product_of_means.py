"""
task: A01.4
promise: Return the slopes of the mean cost with respect to ``w`` and ``b``.
broken: The slope by w is the mean error times the mean input, and not the mean of their products.
name: averaged before multiplying
"""
def gradient(x, y, w, b):
    if np.shape(x) != np.shape(y):
        raise ValueError("shapes differ")
    error, by_w, by_b = chain_factors(x, y, w, b)
    return np.mean(error) * np.mean(by_w), np.mean(error) * np.mean(by_b)

# witness
def witness(m):
    return m.gradient(np.array([1.0, 2.0, 6.0]), np.array([2.0, 1.0, 0.0]), 0.5, 1.0)
