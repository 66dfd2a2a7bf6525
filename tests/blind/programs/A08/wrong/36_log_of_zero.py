"""
task: A08.7
promise: where an output rounds to 0 or 1, clipped as in A03.4 or exact as in A03.5
broken: The loss takes the logarithms of the bare outputs; where one rounds to 0 or 1 it is nan or infinite.
name: unclipped cross-entropy
"""
class TwoLayerNet:
    """A network of two layers with one output unit, trained by full-batch descent."""

    def __init__(self, params):
        self.params = {name: np.array(value, dtype=float) for name, value in params.items()}
        self.losses = []

    def fit(self, X, Y, lr, epochs):
        self.losses = []
        for _ in range(epochs):
            grads = backward(self.params, forward(self.params, X), X, Y)
            self.params = {name: self.params[name] - lr * grads[name] for name in self.params}
            A2 = forward(self.params, X)["A2"]
            self.losses.append(float(-np.mean(Y * np.log(A2) + (1 - Y) * np.log(1 - A2))))
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
    model = m.TwoLayerNet(dict(net(), W2=np.array([[90.], [70.]])))
    model.fit(X, Y, 0.01, 2)
    return [bool(np.isfinite(v)) for v in model.losses]
