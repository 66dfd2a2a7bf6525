"""
task: A07.3
promise: ValueError If ``err`` is not a matrix with as many rows as ``X``
broken: An err with one row is broadcast over all samples instead of being refused.
name: a single row of errors broadcast
"""
def weight_gradient(X, err):
    if np.ndim(err) != 2:
        raise ValueError("err must be a matrix")
    # operands that cannot be broadcast raise the ValueError by themselves
    return np.mean(X[:, :, None] * err[:, None, :], axis=0)

# witness
def attempt(f, *args):
    try:
        f(*args)
        return "no error"
    except Exception as e:
        return type(e).__name__

def witness(m):
    X = np.array([[1., 2.], [3., 4.], [5., 6.]])
    return attempt(m.weight_gradient, X, np.array([[2.]]))
