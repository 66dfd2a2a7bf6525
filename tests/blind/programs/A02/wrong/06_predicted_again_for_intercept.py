"""
task: A02.2
promise: Both slopes are taken at the parameters that came in, before either moves.
broken: The prediction is made again with the moved w before b is updated.
name: error recomputed after w has moved
"""
def sgd_step(x_i, y_i, w, b, rate):
    w = w - rate * (w * x_i + b - y_i) * x_i
    b = b - rate * (w * x_i + b - y_i)
    return w, b

# witness
def witness(m):
    return m.sgd_step(3.0, 10.0, 2.0, 1.0, 0.1)
