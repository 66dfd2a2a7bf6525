"""
task: A02.3
promise: The rows are taken in the order given.
broken: The rows are sorted by their input first.
name: rows sorted before the pass
"""
def sgd_epoch(x, y, w, b, rate):
    w, b = float(w), float(b)
    for x_i, y_i in sorted(zip(x, y)):
        w, b = sgd_step(x_i, y_i, w, b, rate)
    return w, b

# witness
def witness(m):
    return m.sgd_epoch(np.array([1.0, 2.0, -1.0]), np.array([3.0, 1.0, 2.0]), 0.5, 1.0, 0.1)
