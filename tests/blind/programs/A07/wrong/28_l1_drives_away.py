"""
task: A07.5
promise: The loss is the mean cross-entropy plus ``l1 * sum(|W|)`` plus ...; descent
broken: The L1 slope is taken off the gradient, so that the step drives weights away from zero.
name: wrong sign of the L1 penalty
"""
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    if Y.shape != (len(X), 1):
        raise ValueError("Y must have shape (m, 1)")
    err = sigmoid(forward(X, W, b)) - Y
    dW = weight_gradient(X, err) - l1 * np.sign(W) + l2 * W
    return W - lr * dW, b - lr * np.mean(err, axis=0, keepdims=True)

# witness
X = np.array([[1., 2., -1.], [0.5, -1., 2.], [3., 0., 1.]])
Y = np.array([[1.], [0.], [1.]])
V = np.array([[0.4], [-0.2], [0.0]])
c = np.array([[0.3]])

def witness(m):
    return m.batch_update(X, Y, V, c, 0.1, 0.05)[0]
