"""
task: A02.2
promise: The step goes against the slopes of ``(w * x_i + b - y_i)**2 / 2``.
broken: The error is turned round to target minus prediction, and the update of w still subtracts while that of b adds.
name: sign of the update of w
"""
def sgd_step(x_i, y_i, w, b, rate):
    error = y_i - (w * x_i + b)
    return w - rate * error * x_i, b + rate * error

# witness
def witness(m):
    return m.sgd_step(3.0, 10.0, 2.0, 1.0, 0.1)
