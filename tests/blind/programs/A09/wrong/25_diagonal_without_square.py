"""
task: A09.6
promise: "Entry (i, j) is the derivative of a[i] with respect to the logit z[j]." (on the diagonal a_i(1 - a_i))
broken: the diagonal holds a_i instead of a_i(1 - a_i)
name: factor 1 - a_i missing on the diagonal
"""
def softmax_jacobian(a):
    a = np.asarray(a, dtype=float)
    J = -np.outer(a, a)
    np.fill_diagonal(J, a)
    return J

# witness
def witness(m):
    return m.softmax_jacobian(np.array([0.2, 0.3, 0.5]))
