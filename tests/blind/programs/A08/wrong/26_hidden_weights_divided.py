"""
task: A08.6
promise: Return the gradients of the mean cross-entropy with respect to all parameters. / dW1 = X^T dZ1
broken: The gradient of W1 is divided by the number of samples again.
name: 1/m counted twice for W1
"""
def backward(params, cache, X, Y):
    dZ2 = output_delta(cache["A2"], Y)
    dW2, db2 = output_grads(cache["A1"], dZ2)
    dZ1 = hidden_delta(dZ2, params["W2"], cache["A1"])
    dW1 = X.T @ dZ1 / len(X)
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
    return m.backward(net(), m.forward(net(), X), X, Y)["W1"]
