"""
task: A07.4
promise: db : array of shape (1, k), dZ summed over the samples
broken: The bias slopes of all units are added together and the total is repeated; with one unit that is right.
name: sum over both axes
"""
def linear_backward(X, W, dZ):
    dX = dZ @ W.T
    dW = X.T @ dZ
    db = np.full((1, dZ.shape[1]), np.sum(dZ))
    return dX, dW, db

# witness
def witness(m):
    X, W = np.ones((2, 3)), np.ones((3, 2))
    return m.linear_backward(X, W, np.array([[0.5, 1.], [-2., 3.]]))[2]
