"""
task: A09.8
promise: "Logits may be of any size, ±1000 included."
broken: takes the largest of unshifted exponentials, which are all infinite for large logits and all 0 for very negative ones
name: overflow in predict
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
                dA1, dW2, db2 = linear_backward(A1, self.params["W2"], dZ2)
                dZ1 = dA1 * A1 * (1 - A1)
                _, dW1, db1 = linear_backward(X[rows], self.params["W1"], dZ1)
                grads = {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}
                for name, grad in grads.items():
                    self.params[name] = self.params[name] - lr * grad
            self.losses.append(float(cross_entropy(softmax(self.forward(X)[1]), Y)))
        return self

    def predict(self, X):
        return np.argmax(np.exp(self.forward(X)[1]), axis=1)

# witness
def witness(m):
    net = m.MultiClassNet({"W1": np.zeros((1, 1)), "b1": np.zeros((1, 1)), "W2": np.zeros((1, 3)), "b2": np.array([[-1000.0, 900.0, 1000.0]])})
    low = m.MultiClassNet({"W1": np.zeros((1, 1)), "b1": np.zeros((1, 1)), "W2": np.zeros((1, 3)), "b2": np.array([[-1000.0, -900.0, -990.0]])})
    X = np.array([[1.0], [2.0]])
    return net.predict(X), low.predict(X)
