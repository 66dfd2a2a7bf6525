"""
task: A02.6
promise: Return the line with the smallest mean squared error.
broken: The spread is computed as mean of squares minus square of the mean, which loses all digits where the inputs lie far from 0.
name: cancellation in E[x^2] - E[x]^2
"""
def least_squares_line(x, y):
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    slope = (np.mean(x * y) - x.mean() * y.mean()) / (np.mean(x**2) - x.mean() ** 2)
    return slope, y.mean() - slope * x.mean()

# witness
def witness(m):
    x = 1e9 + np.array([0.0, 1.0, 2.0, 5.0])
    with np.errstate(all="ignore"):
        return round(float(m.least_squares_line(x, np.array([0.1, 0.9, 2.2, 4.9]))[0]), 4)
