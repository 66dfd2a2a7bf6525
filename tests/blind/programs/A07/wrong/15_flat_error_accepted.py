"""
task: A07.3
promise: ValueError If ``err`` is not a matrix with as many rows as ``X``; shape (m,) included.
broken: An error of shape (m,) is accepted and gives a gradient of shape (n,).
name: shape (m,) not refused
"""
def weight_gradient(X, err):
    if len(err) != len(X):
        raise ValueError("err must have as many rows as X")
    return X.T @ err / len(X)

# witness
def attempt(f, *args):
    try:
        f(*args)
        return "no error"
    except Exception as e:
        return type(e).__name__

def witness(m):
    X = np.array([[1., 2.], [3., 4.], [5., 6.]])
    return attempt(m.weight_gradient, X, np.array([1., -1., 2.]))
