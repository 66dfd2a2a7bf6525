"""
task: A08.8
promise: the arguments are left as they were
broken: A float b2 is changed in place.
name: b2 += on the argument
"""
def collapse_linear(W1, b1, W2, b2):
    b = np.asarray(b2, dtype=float)
    b += b1 @ W2
    return W1 @ W2, b

# witness
def witness(m):
    b2 = np.array([[0.5]])
    m.collapse_linear(np.array([[1., 2.], [0., -1.]]), np.array([[1., 3.]]), np.array([[2.], [-1.]]), b2)
    return b2
