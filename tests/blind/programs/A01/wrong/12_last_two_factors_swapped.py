"""
task: A01.3
promise: dyhat_dw: Derivative of the prediction with respect to the slope. dyhat_db: ... with respect to the intercept.
broken: The derivative by the slope is given as 1 and the one by the intercept as x.
name: dyhat_dw and dyhat_db swapped
"""
def chain_factors(x, y, w, b):
    x = np.asarray(x, dtype=float)
    error = predict(x, w, b) - np.asarray(y, dtype=float)
    dyhat_dw = np.ones_like(x)
    dyhat_db = x
    return error, dyhat_dw[()], dyhat_db[()]

# witness
def witness(m):
    return m.chain_factors(np.array([3.0, 2.0]), np.array([0.0, 8.0]), 2.0, 1.0)
