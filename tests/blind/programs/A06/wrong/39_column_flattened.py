"""
task: A06.7
promise: In the first step, if ``y`` hasn't the shape (m,): a column of shape (m, 1) is refused
broken: The labels are flattened first, so that a column passes.
name: column of labels accepted
"""
class RegularizedNeuron:
    def __init__(self):
        self.w = None
        self.b = 0.0
        self.losses = []

    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        X = np.asarray(X, dtype=float)
        y = np.asarray(y, dtype=float).ravel()
        self.w = np.zeros(X.shape[1])
        self.b = 0.0
        self.losses = []
        for _ in range(steps):
            self.w, self.b = regularized_update(X, y, self.w, self.b, lr, l1, l2)
            a = sigmoid(np.sum(self.w * X, axis=1) + self.b)
            self.losses.append(regularized_loss(a, y, self.w, l1, l2))
        return self

    def predict(self, X):
        return (np.sum(self.w * X, axis=1) + self.b >= 0).astype(int)


# witness
def witness(m):
    X = np.array([[1.0, 2.0], [3.0, -1.0], [0.0, 1.0]])
    try:
        m.RegularizedNeuron().fit(X, np.array([[1.0], [0.0], [1.0]]), 0.3, 2)
        return "accepted"
    except ValueError as error:
        return type(error).__name__
