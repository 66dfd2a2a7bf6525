"""
task: A02.6
promise: Return the line with the smallest mean squared error.
broken: The covariance divides by m - 1 and the variance by m, which makes the slope too large.
name: covariance and variance with different divisors
"""
def least_squares_line(x, y):
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    slope = np.cov(x, y)[0, 1] / np.var(x)
    return slope, y.mean() - slope * x.mean()

# witness
def witness(m):
    return m.least_squares_line(np.array([1.0, 2.0, 6.0]), np.array([1.0, 4.0, 4.0]))
