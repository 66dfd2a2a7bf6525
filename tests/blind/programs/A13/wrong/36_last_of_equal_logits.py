"""
task: A13.7
promise: (the first of them, where several are equal)
broken: where several logits are largest, the last of them decides
name: ties go to the last class
"""
def evaluate(forward, X, labels):
    logits = np.asarray(forward(X))
    c = logits.shape[1]
    seen = np.argsort(logits, axis=1, kind="stable")[:, -1]
    confusion = np.zeros((c, c), dtype=int)
    np.add.at(confusion, (labels, seen), 1)
    return float(np.mean(seen == labels)), confusion

# witness
def witness(m):
    Z = np.array([[1.0, 1.0, 0.0], [0.0, 2.0, 2.0], [3.0, 0.0, 1.0]])
    return tuple(m.evaluate(lambda X: X, Z, np.array([0, 1, 2])))
