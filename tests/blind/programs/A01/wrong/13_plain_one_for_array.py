"""
task: A01.3
promise: Each has the shape of ``x``: numbers for a number, arrays for an array.
broken: The third factor is the plain number 1 also where x is an array.
name: dyhat_db is a number where an array is asked for
"""
def chain_factors(x, y, w, b):
    x = np.asarray(x, dtype=float)
    error = predict(x, w, b) - np.asarray(y, dtype=float)
    return error, x[()], 1.0

# witness
def witness(m):
    return [np.shape(one) for one in m.chain_factors(np.array([3.0, 2.0]), np.array([0.0, 8.0]), 2.0, 1.0)]
