"""
task: A02.3
promise: which starts from the parameters that the row before it left behind
broken: All errors are taken at the line before the pass and their updates added up.
name: batch update instead of one after the other
"""
def sgd_epoch(x, y, w, b, rate):
    x = np.asarray(x, dtype=float)
    error = w * x + b - np.asarray(y, dtype=float)
    return w - rate * np.sum(error * x), b - rate * np.sum(error)

# witness
def witness(m):
    return m.sgd_epoch(np.array([1.0, 2.0, -1.0]), np.array([3.0, 1.0, 2.0]), 0.5, 1.0, 0.1)
