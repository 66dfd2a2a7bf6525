"""
task: A01.1
promise: ``w * x + b``, with the shape of ``x``
broken: The slope is added and the intercept multiplies the input.
name: w and b swapped
"""
def predict(x, w, b):
    return b * np.asarray(x, dtype=float) + w

# witness
def witness(m):
    return m.predict(np.array([1.0, 2.0]), 3.0, 5.0)
