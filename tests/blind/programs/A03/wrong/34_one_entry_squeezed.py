"""
task: A03.6
promise: Each has the shape of ``x``: numbers for a number, arrays for an array.
broken: an array with one entry gives plain numbers
name: shape (1,) squeezed away
"""
def logistic_chain(x, y, w, b):
    x = np.squeeze(np.array(x, dtype=float))
    y = np.squeeze(np.asarray(y, dtype=float))
    a = sigmoid(predict(x, w, b))
    return -(y / a - (1 - y) / (1 - a)), a * (1 - a), x[()], np.ones(x.shape)[()]

# witness
def witness(m):
    return [list(np.shape(f)) for f in m.logistic_chain(np.array([1.5]), np.array([1.0]), 0.4, 0.3)]
