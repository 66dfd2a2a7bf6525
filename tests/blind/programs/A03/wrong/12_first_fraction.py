"""
task: A03.3
promise: right to 1e-12 for every ``z``, never nan
broken: exp(z) / (1 + exp(z)) is computed, which is nan for large z
name: overflow: exp(z)/(1+exp(z))
"""
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    return np.exp(z) / (1 + np.exp(z))

# witness
def witness(m):
    return np.asarray(m.sigmoid(np.array([-3.0, 720.0, 5000.0])))
