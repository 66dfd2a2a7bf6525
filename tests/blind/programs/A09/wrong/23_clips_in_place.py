"""
task: A09.5
promise: "Integers are fine, and the arguments are left as they were."
broken: overwrites the extreme entries of a float array A with the clipped values
name: clips the caller's array
"""
def cross_entropy(A, Y, eps=1e-12):
    check_targets(A, Y)
    A = np.asarray(A, dtype=float)
    A[A < eps] = eps
    A[A > 1 - eps] = 1 - eps
    return float(np.mean(-np.sum(Y * np.log(A), axis=1)))

# witness
def witness(m):
    A = np.array([[0.0, 1.0], [0.5, 0.5]])
    m.cross_entropy(A, np.array([[0.0, 1.0], [0.0, 1.0]]), 0.01)
    return A
