"""
task: A02.6
promise: Return the line with the smallest mean squared error.
broken: The mean of the targets is returned as the intercept.
name: intercept without slope times mean
"""
def least_squares_line(x, y):
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    u = x - x.mean()
    return np.sum(u * (y - y.mean())) / np.sum(u**2), y.mean()

# witness
def witness(m):
    return m.least_squares_line(np.array([1.0, 2.0, 6.0]), np.array([1.0, 4.0, 4.0]))
