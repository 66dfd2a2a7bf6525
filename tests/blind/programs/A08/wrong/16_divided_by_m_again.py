"""
task: A08.4
promise: The gradient of the loss with respect to ``Z2``; 1/m is in it already.
broken: Both gradients are divided by m once more.
name: 1/m counted twice
"""
def output_grads(A1, dZ2):
    m = len(A1)
    return A1.T @ dZ2 / m, np.sum(dZ2, axis=0, keepdims=True) / m

# witness
def witness(m):
    return list(m.output_grads(np.array([[0.5, 0.2, 0.9], [0.1, 0.7, 0.3]]), np.array([[0.2], [-0.6]])))
