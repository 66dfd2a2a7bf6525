"""
task: A07.2
promise: Returns array of shape (m, k)
broken: Axes of length one are squeezed away, so that one unit gives shape (m,) and one sample shape (k,).
name: squeezed result
"""
def forward(X, W, b):
    Z = X @ W + b
    return np.squeeze(Z)

# witness
def witness(m):
    return [np.shape(m.forward(np.ones((3, 2)), np.ones((2, 1)), np.ones((1, 1)))), np.shape(m.forward(np.ones((1, 2)), np.ones((2, 3)), np.ones((1, 3))))]
