"""
task: A02.2
promise: the slopes of ``(w * x_i + b - y_i)**2 / 2``
broken: The slopes of the square without its half are used, twice too large.
name: factor 2 in the slopes
"""
def sgd_step(x_i, y_i, w, b, rate):
    error = w * x_i + b - y_i
    return w - rate * 2 * error * x_i, b - rate * 2 * error

# witness
def witness(m):
    return m.sgd_step(3.0, 10.0, 2.0, 1.0, 0.1)
