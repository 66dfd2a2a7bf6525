"""
task: A07.2
promise: array of shape (m, k): the matrix product of X and W, plus b in every row
broken: It multiplies entry by entry and adds up the products of all samples, one number per unit.
name: sum over everything
"""
def forward(X, W, b):
    total = [np.sum(X * W[:, j]) for j in range(W.shape[1])]
    return np.array([total]) + b

# witness
def witness(m):
    return m.forward(np.array([[1., 2., 3.], [4., 5., 6.]]), np.array([[1.], [0.], [-1.]]), np.array([[0.]]))
