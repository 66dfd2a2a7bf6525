"""
task: A02.2
promise: The step goes against the slopes of ``(w * x_i + b - y_i)**2 / 2``.
broken: The update of b is multiplied by the input too.
name: x_i in the update of b
"""
def sgd_step(x_i, y_i, w, b, rate):
    error = w * x_i + b - y_i
    slope = error * x_i
    return w - rate * slope, b - rate * slope

# witness
def witness(m):
    return m.sgd_step(3.0, 10.0, 2.0, 1.0, 0.1)
