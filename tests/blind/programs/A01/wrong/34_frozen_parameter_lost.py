"""
task: A01.6
promise: the others keep their start value
broken: A parameter that isn't trained stands as 0 in the rows after the first.
name: frozen parameter not written into the path
"""
def descend(x, y, w0, b0, lr, steps, train=("w",)):
    path = np.zeros((steps + 1, 2))
    w, b = float(w0), float(b0)
    path[0] = w, b
    for k in range(1, steps + 1):
        dw, db = gradient(x, y, w, b)
        if "w" in train:
            w = w - lr * dw
            path[k, 0] = w
        if "b" in train:
            b = b - lr * db
            path[k, 1] = b
    return path

# witness
def witness(m):
    return m.descend(np.array([1.0, 2.0, 4.0]), np.array([3.0, 1.0, 2.0]), 0.5, 1.5, 0.1, 2, ("w",))
