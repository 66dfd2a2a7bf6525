"""
task: A07.4
promise: dX, dW, db: A tuple of the three, in this order.
broken: It returns (dW, dX, db).
name: gradients in another order
"""
def linear_backward(X, W, dZ):
    dW = X.T @ dZ
    dX = dZ @ W.T
    db = np.sum(dZ, axis=0, keepdims=True)
    return dW, dX, db

# witness
def witness(m):
    X, W, dZ = np.array([[1., 2., 3.], [4., 5., 6.]]), np.array([[1.], [2.], [-1.]]), np.array([[0.5], [-2.]])
    return list(m.linear_backward(X, W, dZ))
