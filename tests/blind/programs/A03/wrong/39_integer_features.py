"""
task: A03.7
promise: Integers are fine
broken: for integer features the slopes are stored in an integer array and cut off
name: zeros_like of an integer array
"""
def logistic_gradient(x, y, w, b):
    if np.shape(x) != np.shape(w):
        raise ValueError("x and w differ in shape")
    z = b
    for xi, wi in zip(x, w):
        z += float(wi) * float(xi)
    err = sigmoid(z) - y
    dw = np.zeros_like(x)
    for i in range(len(x)):
        dw[i] = err * x[i]
    return dw, err

# witness
def witness(m):
    return np.asarray(m.logistic_gradient(np.array([3, -1]), 1, np.array([0.3, 0.8]), -0.2)[0])
