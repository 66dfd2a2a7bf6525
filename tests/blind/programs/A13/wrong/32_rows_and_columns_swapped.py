"""
task: A13.7
promise: Entry (i, j) counts the inputs of class i whose largest logit stands at place j.
broken: rows stand for the predicted and columns for the true classes
name: confusion matrix transposed
"""
def evaluate(forward, X, labels):
    logits = np.asarray(forward(X))
    c = logits.shape[1]
    seen = np.argmax(logits, axis=1)
    confusion = np.zeros((c, c), dtype=int)
    np.add.at(confusion, (seen, labels), 1)
    return float(np.mean(seen == labels)), confusion

# witness
def witness(m):
    Z = np.array([[2.0, 1.0, 0.0], [0.0, 3.0, 1.0], [0.0, 3.0, 2.0], [5.0, 1.0, 2.0], [0.0, 1.0, 4.0], [0.0, 2.0, 1.0]])
    return tuple(m.evaluate(lambda X: X, Z, np.array([0, 0, 0, 2, 2, 1])))
