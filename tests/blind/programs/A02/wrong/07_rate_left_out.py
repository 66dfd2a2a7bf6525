"""
task: A02.2
promise: rate : float. Learning rate.
broken: The slopes are subtracted without the learning rate.
name: learning rate forgotten
"""
def sgd_step(x_i, y_i, w, b, rate):
    error = w * x_i + b - y_i
    return w - error * x_i, b - error

# witness
def witness(m):
    return m.sgd_step(3.0, 10.0, 2.0, 1.0, 0.1)
