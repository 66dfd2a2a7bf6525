"""
task: A09.6
promise: "a: Probabilities: what softmax returned." (0 among them, when a logit lies far below)
broken: divides by the probabilities, so that a probability of 0 gives nan
name: 0/0 for a probability of 0
"""
def softmax_jacobian(a):
    a = np.asarray(a, dtype=float)
    return np.outer(a, a) * (np.diag(1 / a) - 1)

# witness
def witness(m):
    return m.softmax_jacobian(np.array([0.25, 0.75, 0.0]))
