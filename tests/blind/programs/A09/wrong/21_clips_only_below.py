"""
task: A09.5
promise: "A is clipped to [eps, 1 - eps] before the logarithm"
broken: clips at eps from below only; a probability above 1 - eps stays
name: forgets the upper end of the clipping
"""
def cross_entropy(A, Y, eps=1e-12):
    check_targets(A, Y)
    logs = np.log(np.maximum(np.asarray(A, dtype=float), eps))
    return float(np.mean(-np.sum(Y * logs, axis=1)))

# witness
def witness(m):
    return m.cross_entropy(np.array([[0.0, 1.0], [1.0, 0.0]]), np.array([[0.0, 1.0], [0.0, 1.0]]), eps=0.1)
