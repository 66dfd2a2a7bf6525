"""
task: A01.1
promise: the arguments are left as they were
broken: The product and the sum are written into the caller's array.
name: argument changed in place
"""
def predict(x, w, b):
    if np.ndim(x) == 0 or x.dtype.kind != "f":
        return w * np.asarray(x, dtype=float) + b
    x *= w
    x += b
    return x

# witness
def witness(m):
    x = np.array([1.0, 2.0, 3.0])
    m.predict(x, 2.0, 1.0)
    return x
