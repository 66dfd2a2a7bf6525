"""
task: A08.7
promise: params: copied from what the constructor is given
broken: Float arrays given to the constructor are kept without a copy and then changed in place by the training.
name: no copy in the constructor
"""
class TwoLayerNet:
    """A network of two layers with one output unit, trained by full-batch descent."""

    def __init__(self, params):
        self.params = {name: np.asarray(value, dtype=float) for name, value in params.items()}
        self.losses = []

    def fit(self, X, Y, lr, epochs):
        self.losses = []
        for _ in range(epochs):
            grads = backward(self.params, forward(self.params, X), X, Y)
            for name in self.params:
                self.params[name] -= lr * grads[name]
            A2 = forward(self.params, X)["A2"]
            self.losses.append(float(np.mean(binary_cross_entropy(A2, Y))))
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
    given = net()
    m.TwoLayerNet(given).fit(X, Y, 0.5, 2)
    return given
