"""
task: A09.5
promise: "A is clipped to [eps, 1 - eps] before the logarithm"
broken: always clips at 1e-12, whatever eps says
name: eps is not used
"""
def cross_entropy(A, Y, eps=1e-12):
    check_targets(A, Y)
    logs = np.log(np.clip(np.asarray(A, dtype=float), 1e-12, 1 - 1e-12))
    return float(np.mean(-np.sum(Y * logs, axis=1)))

# witness
def witness(m):
    return m.cross_entropy(np.array([[0.0, 1.0]]), np.array([[1.0, 0.0]]), eps=1e-3)
