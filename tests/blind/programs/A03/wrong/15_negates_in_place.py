"""
task: A03.3
promise: the arguments are left as they were
broken: an array of floats is overwritten on the way
name: argument mutated
"""
def sigmoid(z):
    a = np.atleast_1d(np.asarray(z, dtype=float))
    up = a >= 0
    np.abs(a, out=a)
    np.negative(a, out=a)
    e = np.exp(a)
    return np.where(up, 1 / (1 + e), e / (1 + e)).reshape(np.shape(z))[()]

# witness
def witness(m):
    z = np.array([1.0, -2.0, 3.0])
    m.sigmoid(z)
    return z
