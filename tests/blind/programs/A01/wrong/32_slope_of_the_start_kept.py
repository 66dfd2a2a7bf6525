"""
task: A01.6
promise: Both slopes are taken at the current point
broken: The slopes are computed once, at the start, and used for all steps.
name: gradient computed before the loop
"""
def descend(x, y, w0, b0, lr, steps, train=("w",)):
    path = np.zeros((steps + 1, 2))
    w, b = float(w0), float(b0)
    path[0] = w, b
    dw, db = gradient(x, y, w, b)
    for k in range(1, steps + 1):
        if "w" in train:
            w = w - lr * dw
        if "b" in train:
            b = b - lr * db
        path[k] = w, b
    return path

# witness
def witness(m):
    return m.descend(np.array([1.0, 2.0, 4.0]), np.array([3.0, 1.0, 2.0]), 0.5, 1.0, 0.1, 3, ("w", "b"))
