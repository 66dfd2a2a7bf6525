"""
task: A12.5
promise: x: "Where to evaluate; ±1000 is allowed."
broken: Writes the sigmoid as exp(z)/(1 + exp(z)), which is nan for large inputs.
name: overflow of the exponential
"""
def tanh_from_sigmoid(x):
    x = np.asarray(x, dtype=float)
    grown = np.exp(2 * x)
    value = 2 * (grown / (1 + grown)) - 1
    derivative = (1 - value) * (1 + value)
    return value, derivative


# witness
def witness(m):
    return m.tanh_from_sigmoid(np.array([-1000.0, 0.5, 1000.0]))
