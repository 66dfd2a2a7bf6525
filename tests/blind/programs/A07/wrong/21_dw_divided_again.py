"""
task: A07.4
promise: It carries every factor of the loss, 1/m included; nothing is divided here.
broken: dW is divided by the number of samples once more.
name: 1/m counted twice in dW
"""
def linear_backward(X, W, dZ):
    dX = dZ @ W.T
    dW = X.T @ dZ / len(X)
    db = np.sum(dZ, axis=0, keepdims=True)
    return dX, dW, db

# witness
def witness(m):
    X, W, dZ = np.array([[1., 2., 3.], [4., 5., 6.]]), np.array([[1.], [2.], [-1.]]), np.array([[0.5], [-2.]])
    return list(m.linear_backward(X, W, dZ))
