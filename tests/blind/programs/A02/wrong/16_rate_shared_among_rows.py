"""
task: A02.3
promise: Each row makes one update, as in ``sgd_step``
broken: Every update is divided by the number of rows, as if the pass took a mean.
name: 1/m in the update
"""
def sgd_epoch(x, y, w, b, rate):
    w, b = float(w), float(b)
    for x_i, y_i in zip(x, y):
        w, b = sgd_step(x_i, y_i, w, b, rate / len(x))
    return w, b

# witness
def witness(m):
    return m.sgd_epoch(np.array([1.0, 2.0, -1.0]), np.array([3.0, 1.0, 2.0]), 0.5, 1.0, 0.1)
