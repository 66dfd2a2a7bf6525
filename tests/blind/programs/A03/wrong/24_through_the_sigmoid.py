"""
task: A03.5
promise: Right for every ``z``: nothing is clipped
broken: the cost is taken from the clipped sigmoid, 27.6 is the most that comes out
name: detour over sigmoid and clipped loss
"""
def bce_with_logits(z, y):
    return binary_cross_entropy(sigmoid(z), y)

# witness
def witness(m):
    return np.asarray(m.bce_with_logits(np.array([-50.0, 300.0]), np.array([1.0, 0.0])))
