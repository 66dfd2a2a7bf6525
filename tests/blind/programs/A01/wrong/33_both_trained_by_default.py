"""
task: A01.6
promise: def descend(x, y, w0, b0, lr, steps, train=(\"w\",))
broken: Without train both parameters move.
name: wrong default of train
"""
def descend(x, y, w0, b0, lr, steps, train=("w", "b")):
    path = np.zeros((steps + 1, 2))
    w, b = float(w0), float(b0)
    path[0] = w, b
    for k in range(1, steps + 1):
        dw, db = gradient(x, y, w, b)
        if "w" in train:
            w = w - lr * dw
        if "b" in train:
            b = b - lr * db
        path[k] = w, b
    return path

# witness
def witness(m):
    return m.descend(np.array([1.0, 2.0, 4.0]), np.array([3.0, 1.0, 2.0]), 0.5, 1.0, 0.1, 2)
