"""
task: A03.6
promise: Each has the shape of ``x``: numbers for a number, arrays for an array.
broken: the derivative with respect to the bias is the number 1 also for an array
name: dz_db is not of x's shape
"""
def logistic_chain(x, y, w, b):
    x = np.array(x, dtype=float)
    y = np.asarray(y, dtype=float)
    z = predict(x, w, b)
    a = sigmoid(z)
    dL_da = -(y / a - (1 - y) / (1 - a))
    da_dz = a * (1 - a)
    dz_dw = x[()]
    dz_db = 1.0
    return dL_da, da_dz, dz_dw, dz_db

# witness
def witness(m):
    return [list(np.shape(f)) for f in m.logistic_chain(np.array([1.0, -2.0, 0.5]), np.array([1.0, 0.0, 1.0]), 0.4, 0.3)]
