"""
task: A02.6
promise: the arguments are left as they were
broken: The means are subtracted from the caller's arrays in place.
name: argument changed in place
"""
def least_squares_line(x, y):
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    x_mean, y_mean = x.mean(), y.mean()
    x -= x_mean
    y -= y_mean
    slope = np.sum(x * y) / np.sum(x**2)
    return slope, y_mean - slope * x_mean

# witness
def witness(m):
    x, y = np.array([1.0, 2.0, 6.0]), np.array([1.0, 4.0, 4.0])
    m.least_squares_line(x, y)
    return x, y
