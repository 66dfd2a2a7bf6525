"""
task: A08.7
promise: one step of full-batch descent on the mean cross-entropy: all gradients are taken at the same parameters / After a step it is out of date
broken: The cache of the first forward pass is used for the gradients of every epoch.
name: forward pass outside the loop
"""
class TwoLayerNet:
    """A network of two layers with one output unit, trained by full-batch descent."""

    def __init__(self, params):
        self.params = {name: np.array(value, dtype=float) for name, value in params.items()}
        self.losses = []

    def fit(self, X, Y, lr, epochs):
        self.losses = []
        cache = forward(self.params, X)
        for _ in range(epochs):
            grads = backward(self.params, cache, X, Y)
            self.params = {name: self.params[name] - lr * grads[name] for name in self.params}
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
    model = m.TwoLayerNet(net())
    model.fit(X, Y, 0.5, 4)
    return dict(model.params)
