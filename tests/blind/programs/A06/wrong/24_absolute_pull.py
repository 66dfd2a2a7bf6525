"""
task: A06.5
promise: Return the slope of the L2 penalty with respect to each weight.
broken: The slopes have no sign: a negative weight gets a positive slope.
name: abs of the weights
"""
def l2_gradient(w, strength):
    return strength * np.abs(np.asarray(w, dtype=float))


# witness
def witness(m):
    return m.l2_gradient(np.array([0.5, -0.3, 0.0]), 0.01)
