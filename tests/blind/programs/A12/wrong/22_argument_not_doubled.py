"""
task: A12.5
promise: value: ``2*sigmoid(2*x) - 1``
broken: Computes 2*sigmoid(x) - 1.
name: factor 2 in the argument forgotten
"""
def tanh_from_sigmoid(x):
    x = np.asarray(x, dtype=float)
    value = 2 * sigmoid(x) - 1
    derivative = (1 - value) * (1 + value)
    return value, derivative


# witness
def witness(m):
    return m.tanh_from_sigmoid(np.array([-1.0, 0.0, 2.0]))
