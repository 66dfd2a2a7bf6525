"""
task: A07.2
promise: The matrix product of ``X`` and ``W``, plus ``b`` in every row.
broken: The bias is never added.
name: bias forgotten
"""
def forward(X, W, b):
    return X @ W

# witness
def witness(m):
    return m.forward(np.array([[1., 2.], [3., 4.]]), np.array([[1., 0.], [0., 1.]]), np.array([[0.5, -0.5]]))
