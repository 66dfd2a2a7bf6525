"""
task: A07.4
promise: db : array of shape (1, k)
broken: db has shape (k,).
name: keepdims forgotten
"""
def linear_backward(X, W, dZ):
    dX = dZ @ W.T
    dW = X.T @ dZ
    db = np.sum(dZ, axis=0)
    return dX, dW, db

# witness
def witness(m):
    X, W, dZ = np.ones((2, 3)), np.ones((3, 2)), np.array([[0.5, 1.], [-2., 4.]])
    return np.shape(m.linear_backward(X, W, dZ)[2])
