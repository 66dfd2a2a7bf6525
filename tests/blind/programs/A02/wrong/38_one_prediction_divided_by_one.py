"""
task: A02.7
promise: a single number is the prediction for every sample; the mean over the m samples
broken: The sum is divided by the number of predictions, which is 1 for a single number.
name: divided by the size of y_hat
"""
def mean_squared_error(y_hat, y):
    y_hat = np.asarray(y_hat, dtype=float)
    y = np.asarray(y, dtype=float)
    if y_hat.ndim > 0 and y_hat.shape != y.shape:
        raise ValueError("shapes differ")
    return np.sum((y_hat - y) ** 2) / y_hat.size

# witness
def witness(m):
    return m.mean_squared_error(2.0, np.array([1.0, 4.0, 2.5]))
