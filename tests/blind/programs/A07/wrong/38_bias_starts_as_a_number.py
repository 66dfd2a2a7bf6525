"""
task: A07.6
promise: ``W`` of shape (n, 1) and ``b`` of shape (1, 1) at zeros / epochs : 0 is allowed
broken: The bias starts as the plain number 0.0, and with 0 epochs it stays one.
name: bias without its shape at the start
"""
class BatchLogistic:
    """Logistic regression in matrix form, trained by full-batch descent without penalties."""

    def __init__(self):
        self.W = None
        self.b = None
        self.losses = []
        self.val_losses = []

    def fit(self, X, Y, X_val, Y_val, lr, epochs):
        self.W, self.b = np.zeros((X.shape[1], 1)), 0.0
        self.losses, self.val_losses = [], []
        for _ in range(epochs):
            self.W, self.b = batch_update(X, Y, self.W, self.b, lr)
            self.losses.append(mean_loss(X, Y, self.W, self.b))
            self.val_losses.append(mean_loss(X_val, Y_val, self.W, self.b))
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
    net.fit(X, Y, X_val, Y_val, 0.5, 0)
    return np.shape(net.W), np.shape(net.b)
