"""
task: A08.7
promise: all gradients are taken at the same parameters, then all parameters move
broken: The output layer moves first and the error goes back through its new weights.
name: W2 updated before the hidden gradient
"""
class TwoLayerNet:
    """A network of two layers with one output unit, trained by full-batch descent."""

    def __init__(self, params):
        self.params = {name: np.array(value, dtype=float) for name, value in params.items()}
        self.losses = []

    def fit(self, X, Y, lr, epochs):
        self.losses = []
        for _ in range(epochs):
            p = dict(self.params)
            cache = forward(p, X)
            dZ2 = output_delta(cache["A2"], Y)
            dW2, db2 = output_grads(cache["A1"], dZ2)
            p["W2"] = p["W2"] - lr * dW2
            p["b2"] = p["b2"] - lr * db2
            dZ1 = hidden_delta(dZ2, p["W2"], cache["A1"])
            p["W1"] = p["W1"] - lr * (X.T @ dZ1)
            p["b1"] = p["b1"] - lr * np.sum(dZ1, axis=0, keepdims=True)
            self.params = p
            self.losses.append(float(np.mean(binary_cross_entropy(forward(p, X)["A2"], Y))))
        return self

    def predict(self, X):
        return (forward(self.params, X)["A2"] >= 0.5).astype(int)

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
    model = m.TwoLayerNet(net())
    model.fit(X, Y, 0.5, 1)
    return model.params["W1"], model.params["b1"]
