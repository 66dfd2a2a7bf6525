"""
task: A09.8
promise: "the gradients of the mean loss of its own rows, all taken at the current parameters; then every parameter moves"
broken: moves the output layer first and sends the error back through the new W2
name: W2 moves before the hidden error is computed
"""
class MultiClassNet:
    def __init__(self, params):
        self.params = {name: np.array(value, dtype=float) for name, value in params.items()}
        self.losses = []

    def forward(self, X):
        A1 = sigmoid(linear_forward(X, self.params["W1"], self.params["b1"]))
        return A1, linear_forward(A1, self.params["W2"], self.params["b2"])

    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        self.losses = []
        for _ in range(epochs):
            for rows in minibatches(len(X), batch_size, rng):
                A1, Z2 = self.forward(X[rows])
                dZ2 = softmax_ce_gradient(Z2, Y[rows])
                self.params["W2"] = self.params["W2"] - lr * A1.T @ dZ2
                self.params["b2"] = self.params["b2"] - lr * dZ2.sum(axis=0, keepdims=True)
                dZ1 = dZ2 @ self.params["W2"].T * A1 * (1 - A1)
                self.params["W1"] = self.params["W1"] - lr * X[rows].T @ dZ1
                self.params["b1"] = self.params["b1"] - lr * dZ1.sum(axis=0, keepdims=True)
            self.losses.append(float(cross_entropy(softmax(self.forward(X)[1]), Y)))
        return self

    def predict(self, X):
        return np.argmax(self.forward(X)[1], axis=1)

# witness
def witness(m):
    rng = np.random.default_rng(3)
    params = {"W1": rng.normal(size=(2, 3)), "b1": rng.normal(size=(1, 3)), "W2": rng.normal(size=(3, 3)), "b2": rng.normal(size=(1, 3))}
    X = rng.normal(size=(5, 2))
    Y = np.eye(3)[[0, 1, 2, 1, 0]]
    net = m.MultiClassNet(params)
    net.fit(X, Y, 0.5, 5, 1)
    return [net.params[name] for name in ("W1", "b1", "W2", "b2")]
