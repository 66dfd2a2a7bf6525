"""
task: A08.4
promise: db2 : array of shape (1, out)
broken: db2 has shape (out,).
name: keepdims forgotten
"""
def output_grads(A1, dZ2):
    return A1.T @ dZ2, np.sum(dZ2, axis=0)

# witness
def witness(m):
    return np.shape(m.output_grads(np.ones((4, 3)), np.ones((4, 2)))[1])
