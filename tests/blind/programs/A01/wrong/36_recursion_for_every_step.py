"""
task: A01.6
promise: 0 is allowed, and so are several thousand.
broken: Every step is one level of recursion, so that several thousand steps end in a RecursionError.
name: recursion too deep for many steps
"""
def descend(x, y, w0, b0, lr, steps, train=("w",)):
    start = np.array([[w0, b0]], dtype=float)
    if steps == 0:
        return start
    w, b = float(w0), float(b0)
    dw, db = gradient(x, y, w, b)
    if "w" in train:
        w = w - lr * dw
    if "b" in train:
        b = b - lr * db
    return np.vstack([start, descend(x, y, w, b, lr, steps - 1, train)])

# witness
def witness(m):
    try:
        return np.shape(m.descend(np.array([1.0, 2.0, 4.0]), np.array([3.0, 1.0, 2.0]), 0.5, 1.5, 0.01, 4000))
    except RecursionError:
        return "RecursionError"
