"""
task: A07.5
promise: the arguments are left as they were
broken: Float weights given by the caller are changed in place.
name: W -= on the argument
"""
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    if np.shape(Y) != (len(X), 1):
        raise ValueError("Y must have shape (m, 1)")
    W = np.asarray(W, dtype=float)
    err = sigmoid(forward(X, W, b)) - Y
    dW = weight_gradient(X, err) + l1_gradient(W, l1) + l2_gradient(W, l2)
    W -= lr * dW
    return W, b - lr * np.mean(err, axis=0, keepdims=True)

# witness
X = np.array([[1., 2., -1.], [0.5, -1., 2.], [3., 0., 1.]])
Y = np.array([[1.], [0.], [1.]])
V = np.array([[0.4], [-0.2], [0.0]])
c = np.array([[0.3]])

def witness(m):
    given = V.copy()
    m.batch_update(X, Y, given, c, 0.1)
    return given
