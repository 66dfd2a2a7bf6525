"""
task: A07.3
promise: the **mean** over the m samples
broken: It divides by the number of features instead of the number of samples.
name: divided by n
"""
def weight_gradient(X, err):
    if err.ndim != 2 or len(err) != len(X):
        raise ValueError("err must be a matrix with the rows of X")
    return X.T @ err / X.shape[1]

# witness
def witness(m):
    return m.weight_gradient(np.array([[1., 2.], [3., 4.], [5., 6.]]), np.array([[1.], [-1.], [2.]]))
