"""
task: A07.3
promise: For every weight, the **mean** over the m samples of input times error.
broken: It returns the sum over the samples.
name: 1/m forgotten
"""
def weight_gradient(X, err):
    if err.ndim != 2 or len(err) != len(X):
        raise ValueError("err must be a matrix with the rows of X")
    return X.T @ err

# witness
def witness(m):
    return m.weight_gradient(np.array([[1., 2.], [3., 4.], [5., 6.]]), np.array([[1.], [-1.], [2.]]))
