"""
task: A07.4
promise: Gradient with respect to the input (dX = dZ W^T)
broken: W is reshaped to (k, n) instead of transposed, which is the same for a single unit only.
name: reshape instead of transpose of W
"""
def linear_backward(X, W, dZ):
    n, k = W.shape
    dX = dZ @ W.reshape(k, n)
    dW = X.T @ dZ
    db = np.sum(dZ, axis=0, keepdims=True)
    return dX, dW, db

# witness
def witness(m):
    X, W = np.array([[1., 2., 3.], [4., 5., 6.]]), np.array([[1., 4.], [2., -3.], [-1., 0.5]])
    return m.linear_backward(X, W, np.array([[0.5, 1.], [-2., 3.]]))[0]
