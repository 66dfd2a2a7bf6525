"""
task: A09.6
promise: "Entry (i, j) is the derivative of a[i] with respect to the logit z[j]."
broken: fills the diagonal only, as for the sigmoid; the other slopes are 0
name: forgets the entries off the diagonal
"""
def softmax_jacobian(a):
    a = np.asarray(a, dtype=float)
    return np.diag(a * (1 - a))

# witness
def witness(m):
    return m.softmax_jacobian(np.array([0.2, 0.3, 0.5]))
