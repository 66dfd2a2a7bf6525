"""
task: A01.1
promise: Integers are fine
broken: The result has the integer dtype of x, so that fractions of the line are cut off.
name: result truncated to the dtype of x
"""
def predict(x, w, b):
    x = np.asarray(x)
    y_hat = np.empty_like(x)
    y_hat[...] = w * x + b
    return y_hat[()]

# witness
def witness(m):
    return m.predict(np.array([1, 2, 3]), 0.5, 0.25)
