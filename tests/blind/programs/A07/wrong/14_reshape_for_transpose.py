"""
task: A07.3
promise: a *transpose* moves the axes and a `reshape` doesn't / the mean over the m samples of input times error
broken: X is reshaped to (n, m) instead of being transposed.
name: reshape instead of transpose
"""
def weight_gradient(X, err):
    m, n = X.shape
    if err.ndim != 2 or err.shape[0] != m:
        raise ValueError("err must be a matrix with the rows of X")
    return X.reshape(n, m) @ err / m

# witness
def witness(m):
    return m.weight_gradient(np.array([[1., 2.], [3., 4.], [5., 6.]]), np.array([[1.], [-1.], [2.]]))
