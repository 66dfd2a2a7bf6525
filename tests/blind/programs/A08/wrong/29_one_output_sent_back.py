"""
task: A08.6
promise: ``"W2"`` (k, out) ... gradients of the mean cross-entropy with respect to all parameters
broken: Only the error of the first output unit is sent back to the hidden layer; the others are lost.
name: only the first output unit sent back
"""
def backward(params, cache, X, Y):
    dZ2 = output_delta(cache["A2"], Y)
    dW2, db2 = output_grads(cache["A1"], dZ2)
    dZ1 = hidden_delta(dZ2[:, :1], np.asarray(params["W2"])[:, :1], cache["A1"])
    dW1 = X.T @ dZ1
    db1 = np.sum(dZ1, axis=0, keepdims=True)
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}

# witness
X = np.array([[1., 0.5, -1.], [0., 2., 1.], [-1., 1., 0.5], [2., -1., 0.]])
Y = np.array([[1.], [0.], [1.], [0.]])


def net():
    return {
        "W1": np.array([[0.1, -0.2], [0.3, 0.4], [-0.5, 0.6]]),
        "b1": np.array([[0.05, -0.1]]),
        "W2": np.array([[0.7], [-0.8]]),
        "b2": np.array([[0.2]]),
    }

def witness(m):
    p = dict(net(), W2=np.array([[0.7, -0.3], [-0.8, 1.1]]), b2=np.array([[0.2, -0.4]]))
    grads = m.backward(p, m.forward(p, X), X, np.array([[1., 0.], [0., 0.], [1., 1.], [0., 1.]]))
    return grads["W1"], grads["b1"]
