"""
task: A12.5
promise: derivative: ``(1 - value)*(1 + value)``
broken: Returns value*(1 - value), the rule of the sigmoid.
name: derivative rule of the sigmoid
"""
def tanh_from_sigmoid(x):
    x = np.asarray(x, dtype=float)
    value = 2 * sigmoid(2 * x) - 1
    derivative = value * (1 - value)
    return value, derivative


# witness
def witness(m):
    return m.tanh_from_sigmoid(np.array([-1.0, 0.0, 2.0]))[1]
