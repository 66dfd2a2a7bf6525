"""
task: A13.7
promise: Entry (i, j) counts the inputs of class i
broken: confusion[labels, seen] += 1 counts a pair once, however often it comes
name: indexed += with repeated indices
"""
def evaluate(forward, X, labels):
    logits = np.asarray(forward(X))
    c = logits.shape[1]
    seen = np.argmax(logits, axis=1)
    confusion = np.zeros((c, c), dtype=int)
    confusion[labels, seen] += 1
    return float(np.mean(seen == labels)), confusion

# witness
def witness(m):
    Z = np.array([[2.0, 1.0, 0.0], [0.0, 3.0, 1.0], [0.0, 3.0, 2.0], [5.0, 1.0, 2.0], [0.0, 1.0, 4.0], [0.0, 2.0, 1.0]])
    return tuple(m.evaluate(lambda X: X, Z, np.array([0, 1, 1, 0, 2, 1])))
