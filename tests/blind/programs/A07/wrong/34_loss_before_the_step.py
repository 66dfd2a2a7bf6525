"""
task: A07.6
promise: after it the loss of either set is measured with the new parameters and appended to its list
broken: Both losses are measured before the step of their epoch.
name: loss recorded before the update
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
        for _ in range(epochs):
            self.losses.append(mean_loss(X, Y, self.W, self.b))
            self.val_losses.append(mean_loss(X_val, Y_val, self.W, self.b))
            self.W, self.b = batch_update(X, Y, self.W, self.b, lr)
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
    net.fit(X, Y, X_val, Y_val, 0.5, 3)
    return [float(v) for v in net.losses], [float(v) for v in net.val_losses]
