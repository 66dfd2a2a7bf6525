"""
task: A07.4
promise: Integers are fine
broken: dX is filled into an array with the dtype of X, so integer inputs cut off its fractions.
name: empty_like of an integer input
"""
def linear_backward(X, W, dZ):
    dX = np.empty_like(X)
    for i, g in enumerate(dZ):
        dX[i] = W @ g
    return dX, X.T @ dZ, np.sum(dZ, axis=0, keepdims=True)

# witness
def witness(m):
    X, W = np.array([[1, 2, 3], [4, 5, 6]]), np.array([[1., 4.], [2., -3.], [-1., 0.5]])
    return m.linear_backward(X, W, np.array([[0.25, 0.1], [-0.5, 0.3]]))[0]
