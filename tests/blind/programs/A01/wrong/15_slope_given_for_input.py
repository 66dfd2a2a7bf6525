"""
task: A01.3
promise: Derivative of the prediction with respect to the slope.
broken: The derivative with respect to the input, w, is returned in place of x.
name: differentiated by x instead of by w
"""
def chain_factors(x, y, w, b):
    x = np.asarray(x, dtype=float)
    error = predict(x, w, b) - np.asarray(y, dtype=float)
    dyhat_dw = np.full_like(x, w)
    return error, dyhat_dw[()], np.ones_like(x)[()]

# witness
def witness(m):
    return m.chain_factors(np.array([3.0, 4.0]), np.array([0.0, 8.0]), 2.0, 1.0)[1]
