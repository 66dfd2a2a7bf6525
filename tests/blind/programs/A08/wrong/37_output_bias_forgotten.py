"""
task: A08.8
promise: ``X @ W + b`` is what both layers together give, for every ``X``
broken: The bias of the second layer is left out.
name: b2 forgotten
"""
def collapse_linear(W1, b1, W2, b2):
    return W1 @ W2, b1 @ W2

# witness
def witness(m):
    return list(m.collapse_linear(np.array([[1., 2.], [0., -1.]]), np.array([[1., 3.]]), np.array([[2.], [-1.]]), np.array([[0.5]])))
