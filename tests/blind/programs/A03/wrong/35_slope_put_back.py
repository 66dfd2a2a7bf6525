"""
task: A03.7
promise: the slopes of one sample's cross-entropy with respect to the weights and the bias
broken: the factor a(1 - a) is multiplied in
name: gradient of the squared error: extra a(1-a)
"""
def logistic_gradient(x, y, w, b):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    if x.shape != w.shape:
        raise ValueError("x and w differ in shape")
    a = sigmoid(np.sum(w * x) + b)
    delta = (a - y) * a * (1 - a)
    return delta * x, delta

# witness
def witness(m):
    dw, db = m.logistic_gradient(np.array([1.0, -0.5]), 1.0, np.array([0.3, 0.8]), -0.2)
    return [np.asarray(dw), float(db)]
