"""
task: A07.2
promise: b : array of shape (1, k) One bias per unit. / plus ``b`` in every row
broken: The first bias is added to every unit.
name: only the first bias used
"""
def forward(X, W, b):
    return X @ W + b[0][0]

# witness
def witness(m):
    return m.forward(np.array([[1., 2.]]), np.array([[1., 0.], [0., 1.]]), np.array([[0.5, -3.]]))
