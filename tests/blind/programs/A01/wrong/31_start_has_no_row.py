"""
task: A01.6
promise: Row k holds ``(w, b)`` after k steps; row 0 is the start.
broken: The path begins with the point after the first step and has only steps rows.
name: start missing from the path
"""
def descend(x, y, w0, b0, lr, steps, train=("w",)):
    path = np.zeros((steps, 2))
    w, b = float(w0), float(b0)
    for k in range(steps):
        dw, db = gradient(x, y, w, b)
        if "w" in train:
            w = w - lr * dw
        if "b" in train:
            b = b - lr * db
        path[k] = w, b
    return path

# witness
def witness(m):
    path = m.descend(np.array([1.0, 2.0, 4.0]), np.array([3.0, 1.0, 2.0]), 0.5, 1.0, 0.1, 2)
    return np.shape(path), path[0]
