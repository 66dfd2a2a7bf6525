"""
task: A03.5
promise: nothing is nan or infinite
broken: log(1 + exp(z)) overflows for large z
name: overflow in exp(z)
"""
def bce_with_logits(z, y):
    z = np.asarray(z, dtype=float)
    y = np.asarray(y, dtype=float)
    _refuse_unlike(z, y)
    return np.log1p(np.exp(z)) - z * y

# witness
def witness(m):
    return np.asarray(m.bce_with_logits(np.array([1.0, 900.0]), np.array([0.0, 1.0])))
