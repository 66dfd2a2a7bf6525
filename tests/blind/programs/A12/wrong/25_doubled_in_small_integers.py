"""
task: A12.5
promise: "Integers are fine"
broken: Doubles the input in its own type, so that small integer types wrap around.
name: 2*x overflows in a small integer type
"""
def tanh_from_sigmoid(x):
    x = np.asarray(x)
    value = 2 * sigmoid(x + x) - 1
    derivative = (1 - value) * (1 + value)
    return value, derivative


# witness
def witness(m):
    return m.tanh_from_sigmoid(np.array([100, -100, 3], dtype=np.int8))
