"""
task: A07.5
promise: one step of full-batch descent on the mean logistic loss / W <- W - alpha[... + l1 sign(W) + l2 W]
broken: The penalties are subtracted without the learning rate.
name: penalty outside the learning rate
"""
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    if Y.shape != (len(X), 1):
        raise ValueError("Y must have shape (m, 1)")
    err = sigmoid(forward(X, W, b)) - Y
    W_new = W - lr * weight_gradient(X, err) - l1_gradient(W, l1) - l2_gradient(W, l2)
    return W_new, b - lr * np.mean(err, axis=0, keepdims=True)

# witness
X = np.array([[1., 2., -1.], [0.5, -1., 2.], [3., 0., 1.]])
Y = np.array([[1.], [0.], [1.]])
V = np.array([[0.4], [-0.2], [0.0]])
c = np.array([[0.3]])

def witness(m):
    return list(m.batch_update(X, Y, V, c, 0.1, l1=0.05, l2=0.2))
