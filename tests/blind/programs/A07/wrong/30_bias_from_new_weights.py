"""
task: A07.5
promise: Both gradients are taken at the given ``W`` and ``b``.
broken: The bias gradient is taken after the weights have moved.
name: weights updated before the bias gradient
"""
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    if Y.shape != (len(X), 1):
        raise ValueError("Y must have shape (m, 1)")
    err = sigmoid(forward(X, W, b)) - Y
    W = W - lr * (weight_gradient(X, err) + l1_gradient(W, l1) + l2_gradient(W, l2))
    err = sigmoid(forward(X, W, b)) - Y
    b = b - lr * np.mean(err, axis=0, keepdims=True)
    return W, b

# witness
X = np.array([[1., 2., -1.], [0.5, -1., 2.], [3., 0., 1.]])
Y = np.array([[1.], [0.], [1.]])
V = np.array([[0.4], [-0.2], [0.0]])
c = np.array([[0.3]])

def witness(m):
    return m.batch_update(X, Y, V, c, 0.5)[1]
