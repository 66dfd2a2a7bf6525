"""
task: A07.3
promise: the **mean** over the m samples of input times error
broken: It divides by all entries of err, m times k, which is right for a single unit only.
name: divided by m*k
"""
def weight_gradient(X, err):
    if err.ndim != 2 or len(err) != len(X):
        raise ValueError("err must be a matrix with the rows of X")
    return X.T @ err / err.size

# witness
def witness(m):
    return m.weight_gradient(np.array([[1., 2.], [3., 4.], [5., 6.]]), np.array([[1., 0.5], [-1., 3.], [2., -4.]]))
