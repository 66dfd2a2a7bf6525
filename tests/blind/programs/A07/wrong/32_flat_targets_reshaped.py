"""
task: A07.5
promise: ValueError If ``Y`` doesn't have shape (m, 1): shape (m,) is refused
broken: Targets of shape (m,) or (1, m) are quietly turned into a column.
name: reshape instead of refusal
"""
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    if np.size(Y) != len(X):
        raise ValueError("Y needs one target per sample")
    Y = np.reshape(Y, (-1, 1))
    err = sigmoid(forward(X, W, b)) - Y
    dW = weight_gradient(X, err) + l1_gradient(W, l1) + l2_gradient(W, l2)
    return W - lr * dW, b - lr * np.mean(err, axis=0, keepdims=True)

# witness
X = np.array([[1., 2., -1.], [0.5, -1., 2.], [3., 0., 1.]])
Y = np.array([[1.], [0.], [1.]])
V = np.array([[0.4], [-0.2], [0.0]])
c = np.array([[0.3]])

def attempt(f, *args):
    try:
        f(*args)
        return "no error"
    except Exception as e:
        return type(e).__name__

def witness(m):
    return [attempt(m.batch_update, X, Y.ravel(), V, c, 0.1), attempt(m.batch_update, X, Y.T, V, c, 0.1)]
