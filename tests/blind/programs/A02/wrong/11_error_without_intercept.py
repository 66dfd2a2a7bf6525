"""
task: A02.2
promise: the slopes of ``(w * x_i + b - y_i)**2 / 2``
broken: The intercept is left out of the error.
name: b left out of the prediction
"""
def sgd_step(x_i, y_i, w, b, rate):
    error = w * x_i - y_i
    return w - rate * error * x_i, b - rate * error

# witness
def witness(m):
    return m.sgd_step(3.0, 10.0, 2.0, 1.0, 0.1)
