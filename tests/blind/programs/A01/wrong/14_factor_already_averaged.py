"""
task: A01.3
promise: Derivative of the half squared error with respect to the prediction.
broken: The first factor is divided by the number of samples already.
name: 1/m put into the chain factor
"""
def chain_factors(x, y, w, b):
    x = np.asarray(x, dtype=float)
    error = (predict(x, w, b) - np.asarray(y, dtype=float)) / x.size
    return error, x[()], np.ones_like(x)[()]

# witness
def witness(m):
    return m.chain_factors(np.array([3.0, 2.0]), np.array([0.0, 8.0]), 2.0, 1.0)[0]
