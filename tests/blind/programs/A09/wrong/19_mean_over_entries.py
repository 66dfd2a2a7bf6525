"""
task: A09.5
promise: "The mean over the m rows of -sum_j Y_ij * log(A_ij)."
broken: takes the mean over all m times c entries, so the cost is c times too small
name: mean over classes as well as samples
"""
def cross_entropy(A, Y, eps=1e-12):
    check_targets(A, Y)
    logs = np.log(np.clip(np.asarray(A, dtype=float), eps, 1 - eps))
    return float(-np.mean(Y * logs))

# witness
def witness(m):
    A = np.array([[0.5, 0.3, 0.2], [0.1, 0.8, 0.1]])
    Y = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])
    return m.cross_entropy(A, Y)
