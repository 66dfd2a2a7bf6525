"""
task: A01.1
promise: float or array of shape (m,) ... with the shape of ``x``
broken: For a single number an array of shape (1,) comes back.
name: a number comes back as an array of one
"""
def predict(x, w, b):
    return w * np.atleast_1d(np.asarray(x, dtype=float)) + b

# witness
def witness(m):
    return np.shape(m.predict(2.0, 3.0, 1.0))
