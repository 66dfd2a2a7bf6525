"""
task: A03.3
promise: Integers are fine
broken: for an integer array the result is an integer array, all probabilities are cut to 0
name: zeros_like of an integer array
"""
def sigmoid(z):
    z = np.asarray(z)
    if z.ndim == 0:
        z = z.astype(float)
    a = np.zeros_like(z)
    positive = z >= 0
    a[positive] = 1 / (1 + np.exp(-z[positive]))
    a[~positive] = np.exp(z[~positive]) / (1 + np.exp(z[~positive]))
    return a[()]

# witness
def witness(m):
    return np.asarray(m.sigmoid(np.array([-2, 0, 3])))
