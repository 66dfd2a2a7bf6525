"""
task: A13.7
promise: in integers of any type, such as ``uint8``
broken: the pair's number labels * c + seen is reckoned in the labels' own type and wraps round at 256
name: uint8 overflow
"""
def evaluate(forward, X, labels):
    logits = np.asarray(forward(X))
    c = logits.shape[1]
    seen = np.argmax(logits, axis=1)
    confusion = np.bincount(labels * c + seen, minlength=c * c).reshape(c, c)
    return float(np.mean(seen == labels)), confusion

# witness
def witness(m):
    labels = np.arange(20, dtype=np.uint8)
    return tuple(m.evaluate(lambda X: X, np.eye(20), labels))
