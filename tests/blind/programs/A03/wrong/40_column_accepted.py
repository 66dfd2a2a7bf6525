"""
task: A03.7
promise: ValueError: If ``x`` and ``w`` have different shapes, ``(n,)`` with ``(n, 1)`` or ``(1,)`` included.
broken: only the first axes are compared, so weights of shape (n, 1) are multiplied with every feature
name: len compared instead of shape
"""
def logistic_gradient(x, y, w, b):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    if len(x) != len(w):
        raise ValueError("x and w differ in length")
    a = sigmoid(np.sum(w * x) + b)
    return (a - y) * x, a - y

# witness
def witness(m):
    try:
        m.logistic_gradient(np.array([1.0, -0.5]), 1.0, np.array([[0.3], [0.8]]), -0.2)
        return "no error"
    except ValueError as e:
        return type(e).__name__
