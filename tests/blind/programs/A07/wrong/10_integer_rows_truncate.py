"""
task: A07.2
promise: Integers are fine
broken: The result gets the dtype of X, so with integer samples the fractions are cut off.
name: result in the dtype of X
"""
def forward(X, W, b):
    Z = np.zeros((X.shape[0], W.shape[1]), dtype=X.dtype)
    for i in range(X.shape[0]):
        Z[i] = X[i] @ W + b[0]
    return Z

# witness
def witness(m):
    return m.forward(np.array([[1, 2], [3, 4]]), np.array([[0.25], [0.75]]), np.array([[0.5]]))
