"""
task: A08.4
promise: dW2 : array of shape (k, out)
broken: dW2 is the transpose, of shape (out, k).
name: factors of the product exchanged
"""
def output_grads(A1, dZ2):
    return dZ2.T @ A1, np.sum(dZ2, axis=0, keepdims=True)

# witness
def witness(m):
    return np.shape(m.output_grads(np.ones((4, 3)), np.ones((4, 2)))[0])
