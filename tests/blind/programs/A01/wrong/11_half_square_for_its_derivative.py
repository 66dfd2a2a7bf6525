"""
task: A01.3
promise: Derivative of the half squared error with respect to the prediction.
broken: The half square itself is returned in place of its derivative.
name: cost instead of its derivative (the misprint of the slides)
"""
def chain_factors(x, y, w, b):
    x = np.asarray(x, dtype=float)
    cost = (predict(x, w, b) - np.asarray(y, dtype=float)) ** 2 / 2
    return cost, x[()], np.ones_like(x)[()]

# witness
def witness(m):
    return m.chain_factors(np.array([1.0, 2.0]), np.array([0.0, 8.0]), 2.0, 1.0)
