"""
task: A07.3
promise: the arguments are left as they were
broken: A float err is divided by m in place.
name: argument changed by /=
"""
def weight_gradient(X, err):
    err = np.asarray(err, dtype=float)
    if err.ndim != 2 or len(err) != len(X):
        raise ValueError("err must be a matrix with the rows of X")
    err /= len(X)
    return X.T @ err

# witness
def witness(m):
    err = np.array([[1.], [-1.], [2.]])
    m.weight_gradient(np.array([[1., 2.], [3., 4.], [5., 6.]]), err)
    return err
