"""
task: A08.4
promise: Integers are fine
broken: dW2 gets the dtype of dZ2, so that an integer dZ2 cuts off the fractions.
name: result in the dtype of dZ2
"""
def output_grads(A1, dZ2):
    dW2 = np.zeros((A1.shape[1], dZ2.shape[1]), dtype=dZ2.dtype)
    for j in range(A1.shape[1]):
        dW2[j] = A1[:, j] @ dZ2
    return dW2, np.sum(dZ2, axis=0, keepdims=True)

# witness
def witness(m):
    return m.output_grads(np.array([[0.5, 0.2, 0.9], [0.1, 0.7, 0.3]]), np.array([[2], [-1]]))[0]
