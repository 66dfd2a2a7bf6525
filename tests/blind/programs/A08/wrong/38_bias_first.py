"""
task: A08.8
promise: W, b: A tuple of the two.
broken: It returns the bias first and the weights second.
name: results exchanged
"""
def collapse_linear(W1, b1, W2, b2):
    return b1 @ W2 + b2, W1 @ W2

# witness
def witness(m):
    return [np.shape(v) for v in m.collapse_linear(np.ones((3, 2)), np.ones((1, 2)), np.ones((2, 1)), np.ones((1, 1)))]
