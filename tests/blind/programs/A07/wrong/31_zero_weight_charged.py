"""
task: A07.5
promise: sign(0) counts as 0
broken: A weight of exactly 0 is treated as positive by the L1 penalty.
name: sign of zero taken as one
"""
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    if Y.shape != (len(X), 1):
        raise ValueError("Y must have shape (m, 1)")
    err = sigmoid(forward(X, W, b)) - Y
    sign = np.where(W < 0, -1.0, 1.0)
    dW = weight_gradient(X, err) + l1 * sign + l2_gradient(W, l2)
    return W - lr * dW, b - lr * np.mean(err, axis=0, keepdims=True)

# witness
X = np.array([[1., 2., -1.], [0.5, -1., 2.], [3., 0., 1.]])
Y = np.array([[1.], [0.], [1.]])
V = np.array([[0.4], [-0.2], [0.0]])
c = np.array([[0.3]])

def witness(m):
    return m.batch_update(X, Y, V, c, 0.1, l1=0.3)[0]
