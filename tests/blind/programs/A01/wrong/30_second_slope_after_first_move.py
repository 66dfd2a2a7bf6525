"""
task: A01.6
promise: Both slopes are taken at the current point, then every parameter named in ``train`` moves at once
broken: The slope by b is taken after w has moved.
name: b's slope taken at the moved point
"""
def descend(x, y, w0, b0, lr, steps, train=("w",)):
    path = np.zeros((steps + 1, 2))
    w, b = float(w0), float(b0)
    path[0] = w, b
    for k in range(1, steps + 1):
        if "w" in train:
            w = w - lr * gradient(x, y, w, b)[0]
        if "b" in train:
            b = b - lr * gradient(x, y, w, b)[1]
        path[k] = w, b
    return path

# witness
def witness(m):
    return m.descend(np.array([1.0, 2.0, 4.0]), np.array([3.0, 1.0, 2.0]), 0.5, 1.0, 0.1, 2, ("w", "b"))
