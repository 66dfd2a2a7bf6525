"""
task: A09.5
promise: "Targets: rows that add up to 1, one-hot or shared."
broken: takes the logarithm at the largest target only, as if every target were one-hot
name: ignores shared targets
"""
def cross_entropy(A, Y, eps=1e-12):
    check_targets(A, Y)
    A = np.clip(np.asarray(A, dtype=float), eps, 1 - eps)
    true = np.argmax(Y, axis=1)
    return float(np.mean(-np.log(A[np.arange(len(A)), true])))

# witness
def witness(m):
    return m.cross_entropy(np.array([[0.5, 0.3, 0.2]]), np.array([[0.7, 0.3, 0.0]]))
