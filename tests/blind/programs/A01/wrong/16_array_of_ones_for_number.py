"""
task: A01.3
promise: Each has the shape of ``x``: numbers for a number, arrays for an array.
broken: For a number the third factor is an array of shape (1,).
name: dyhat_db is an array of one for a number
"""
def chain_factors(x, y, w, b):
    x = np.asarray(x, dtype=float)
    error = predict(x, w, b) - np.asarray(y, dtype=float)
    return error, x[()], np.ones(np.size(x))

# witness
def witness(m):
    return [np.shape(one) for one in m.chain_factors(2.0, 4.0, 3.0, 1.0)]
