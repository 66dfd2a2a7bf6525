"""
task: A08.6
promise: Nothing is updated here. ... the arguments are left as they were
broken: The gradients are stored in the caller's dict of parameters.
name: result written into params
"""
def backward(params, cache, X, Y):
    dZ2 = output_delta(cache["A2"], Y)
    dZ1 = hidden_delta(dZ2, params["W2"], cache["A1"])
    grads = params
    grads["W2"], grads["b2"] = output_grads(cache["A1"], dZ2)
    grads["W1"], grads["b1"] = X.T @ dZ1, np.sum(dZ1, axis=0, keepdims=True)
    return grads

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
    p = net()
    m.backward(p, m.forward(net(), X), X, Y)
    return p
