"""
task: A07.6
promise: Validation set; it has no influence on ``W`` and ``b``
broken: At the end it goes back to the parameters with the lowest validation loss, which matters once that loss turns up.
name: returns to the best validation epoch
"""
class BatchLogistic:
    """Logistic regression in matrix form, trained by full-batch descent without penalties."""

    def __init__(self):
        self.W = None
        self.b = None
        self.losses = []
        self.val_losses = []

    def fit(self, X, Y, X_val, Y_val, lr, epochs):
        self.W, self.b = np.zeros((X.shape[1], 1)), np.zeros((1, 1))
        self.losses, self.val_losses = [], []
        best = (np.inf, self.W, self.b)
        for _ in range(epochs):
            self.W, self.b = batch_update(X, Y, self.W, self.b, lr)
            self.losses.append(mean_loss(X, Y, self.W, self.b))
            self.val_losses.append(mean_loss(X_val, Y_val, self.W, self.b))
            if self.val_losses[-1] < best[0]:
                best = (self.val_losses[-1], self.W, self.b)
        _, self.W, self.b = best
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
    net.fit(X, Y, X_val, Y_val, 0.5, 5)
    return net.W, net.b
