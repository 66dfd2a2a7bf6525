"""
task: A09.8
promise: "the gradients of the mean loss of its own rows" (a batch's gradients owe nothing to the batch before it)
broken: adds each batch's gradients to those of the batches before it in the epoch
name: gradients are not set back to zero for a new batch
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
            total = {name: 0.0 for name in self.params}
            for rows in minibatches(len(X), batch_size, rng):
                A1, Z2 = self.forward(X[rows])
                dZ2 = softmax_ce_gradient(Z2, Y[rows])
                dA1, dW2, db2 = linear_backward(A1, self.params["W2"], dZ2)
                dZ1 = dA1 * A1 * (1 - A1)
                _, dW1, db1 = linear_backward(X[rows], self.params["W1"], dZ1)
                grads = {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}
                for name, grad in grads.items():
                    total[name] = total[name] + grad
                    self.params[name] = self.params[name] - lr * total[name]
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
    net.fit(X, Y, 0.5, 2, 1)
    return [net.params[name] for name in ("W1", "b1", "W2", "b2")]
