"""
task: A07.3
promise: ValueError If ``err`` is not a matrix with as many rows as ``X``
broken: Samples and errors are paired up to the shorter of the two, and surplus rows are silently dropped.
name: zip stops at the shorter one
"""
def weight_gradient(X, err):
    if np.ndim(err) != 2:
        raise ValueError("err must be a matrix")
    total = np.zeros((X.shape[1], err.shape[1]))
    for x, e in zip(X, err):
        total += np.outer(x, e)
    return total / len(X)

# witness
def attempt(f, *args):
    try:
        f(*args)
        return "no error"
    except Exception as e:
        return type(e).__name__

def witness(m):
    X = np.array([[1., 2.], [3., 4.], [5., 6.]])
    return [attempt(m.weight_gradient, X, np.ones((2, 1))), attempt(m.weight_gradient, X, np.ones((4, 1)))]
