"""
task: A02.3
promise: A tuple of the two, after m updates.
broken: The return stands inside the loop, so that only the first row is seen.
name: returns after the first row
"""
def sgd_epoch(x, y, w, b, rate):
    w, b = float(w), float(b)
    for x_i, y_i in zip(x, y):
        w, b = sgd_step(x_i, y_i, w, b, rate)
        return w, b

# witness
def witness(m):
    return m.sgd_epoch(np.array([1.0, 2.0, -1.0]), np.array([3.0, 1.0, 2.0]), 0.5, 1.0, 0.1)
