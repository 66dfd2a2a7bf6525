"""
task: A02.6
promise: Return the line with the smallest mean squared error.
broken: The slope is taken without subtracting the means.
name: means left out of the slope
"""
def least_squares_line(x, y):
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    slope = np.sum(x * y) / np.sum(x**2)
    return slope, y.mean() - slope * x.mean()

# witness
def witness(m):
    return m.least_squares_line(np.array([1.0, 2.0, 6.0]), np.array([1.0, 4.0, 4.0]))
