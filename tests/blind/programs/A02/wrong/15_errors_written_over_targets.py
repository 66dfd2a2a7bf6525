"""
task: A02.3
promise: the arguments are left as they were
broken: The errors are kept in an alias of y, which overwrites the caller's targets.
name: forgotten copy of y
"""
def sgd_epoch(x, y, w, b, rate):
    w, b = float(w), float(b)
    errors = y
    for i in range(len(x)):
        target = float(y[i])
        errors[i] = w * x[i] + b - target
        w, b = sgd_step(x[i], target, w, b, rate)
    return w, b

# witness
def witness(m):
    y = np.array([3.0, 1.0, 2.0])
    m.sgd_epoch(np.array([1.0, 2.0, -1.0]), y, 0.5, 1.0, 0.1)
    return y
