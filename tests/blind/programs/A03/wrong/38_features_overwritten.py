"""
task: A03.7
promise: the arguments are left as they were
broken: the caller's features are multiplied by the error in place
name: argument mutated by *=
"""
def logistic_gradient(x, y, w, b):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    if x.shape != w.shape:
        raise ValueError("x and w differ in shape")
    a = sigmoid(np.sum(w * x) + b)
    x *= a - y
    return x, a - y

# witness
def witness(m):
    x = np.array([1.0, -0.5])
    m.logistic_gradient(x, 1.0, np.array([0.3, 0.8]), -0.2)
    return x
