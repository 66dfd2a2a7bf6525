"""
task: A13.7
promise: confusion : int array of shape (c, c)
broken: the matrix is only as large as the largest class that occurs among labels and predictions
name: number of classes guessed from the data
"""
def evaluate(forward, X, labels):
    logits = np.asarray(forward(X))
    seen = np.argmax(logits, axis=1)
    c = int(max(np.max(labels), seen.max())) + 1
    confusion = np.zeros((c, c), dtype=int)
    np.add.at(confusion, (labels, seen), 1)
    return float(np.mean(seen == labels)), confusion

# witness
def witness(m):
    Z = np.array([[2.0, 1.0, 0.0, -1.0], [0.0, 3.0, 1.0, 2.0]])
    return tuple(m.evaluate(lambda X: X, Z, np.array([1, 1])))
