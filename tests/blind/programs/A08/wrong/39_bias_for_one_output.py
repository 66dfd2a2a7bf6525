"""
task: A08.8
promise: b : array of shape (1, out)  Its bias: X @ W + b is what both layers together give
broken: The contributions of the first bias to all output units are added together, which is right for one output unit only.
name: sum over the output units
"""
def collapse_linear(W1, b1, W2, b2):
    return W1 @ W2, np.sum(b1 @ W2) + b2

# witness
def witness(m):
    return m.collapse_linear(np.array([[1., 2.], [0., -1.]]), np.array([[1., 3.]]), np.array([[2., 1.], [-1., 4.]]), np.array([[0.5, -0.5]]))[1]
