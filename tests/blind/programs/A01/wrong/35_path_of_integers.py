"""
task: A01.6
promise: Integers are fine
broken: The path takes its dtype from the start, so that integers as start cut every row to whole numbers.
name: path truncated where the start is given as integers
"""
def descend(x, y, w0, b0, lr, steps, train=("w",)):
    path = np.array([[w0, b0]] * (steps + 1))
    w, b = float(w0), float(b0)
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
    return m.descend(np.array([1, 2, 4]), np.array([3, 1, 2]), 0, 1, 0.1, 2, ("w", "b"))
