"""
task: A03.7
promise: dw : Derivative with respect to each weight.
broken: the error is multiplied by the weights instead of the features
name: w used in place of x
"""
def logistic_gradient(x, y, w, b):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    if x.shape != w.shape:
        raise ValueError("x and w differ in shape")
    a = sigmoid(np.sum(w * x) + b)
    return (a - y) * w, a - y

# witness
def witness(m):
    return np.asarray(m.logistic_gradient(np.array([1.0, -0.5]), 1.0, np.array([0.3, 0.8]), -0.2)[0])
