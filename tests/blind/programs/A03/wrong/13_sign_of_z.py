"""
task: A03.3
promise: ``1 / (1 + exp(-z))``
broken: the minus in the exponent is missing, the curve falls
name: sign error in the exponent
"""
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, e / (1 + e), 1 / (1 + e))[()]

# witness
def witness(m):
    return np.asarray(m.sigmoid(np.array([-1.5, 0.0, 0.7])))
