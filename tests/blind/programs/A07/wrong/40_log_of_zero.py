"""
task: A07.6
promise: where an output rounds to 0 or 1, clipped as in A03.4 or exact as in A03.5
broken: The losses take the logarithm of the plain sigmoid output; where it rounds to 0 or 1 they are nan or infinite.
name: unclipped cross-entropy
"""
class BatchLogistic:
    """Logistic regression in matrix form, trained by full-batch descent without penalties."""

    def __init__(self):
        self.W = None
        self.b = None
        self.losses = []
        self.val_losses = []

    def fit(self, X, Y, X_val, Y_val, lr, epochs):
        def loss(inputs, targets):
            A = sigmoid(forward(inputs, self.W, self.b))
            return float(-np.mean(targets * np.log(A) + (1 - targets) * np.log(1 - A)))

        self.W, self.b = np.zeros((X.shape[1], 1)), np.zeros((1, 1))
        self.losses, self.val_losses = [], []
        for _ in range(epochs):
            self.W, self.b = batch_update(X, Y, self.W, self.b, lr)
            self.losses.append(loss(X, Y))
            self.val_losses.append(loss(X_val, Y_val))
        return self

    def predict(self, X):
        return (forward(X, self.W, self.b) >= 0).astype(int)

# witness
X = np.array([[1., 2.], [-1., 0.5], [0., -2.], [2., 1.]])
Y = np.array([[1.], [0.], [0.], [1.]])
X_val = np.array([[0.5, 0.5], [-2., 1.]])
Y_val = np.array([[0.], [1.]])

def witness(m):
    net = m.BatchLogistic()
    net.fit(100 * X, Y, 100 * X_val, Y_val, 1.0, 2)
    return [bool(np.isfinite(v)) for v in list(net.losses) + list(net.val_losses)]
