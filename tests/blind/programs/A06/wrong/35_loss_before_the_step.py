"""
task: A06.7
promise: entry k is ``regularized_loss`` over all samples, penalty included, after step k + 1
broken: Each loss is measured before its step.
name: loss of the old parameters
"""
class RegularizedNeuron:
    def __init__(self):
        self.w = None
        self.b = 0.0
        self.losses = []

    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        X = np.asarray(X, dtype=float)
        self.w = np.zeros(X.shape[1])
        self.b = 0.0
        self.losses = []
        for _ in range(steps):
            a = sigmoid(np.sum(self.w * X, axis=1) + self.b)
            new = regularized_update(X, y, self.w, self.b, lr, l1, l2)
            self.losses.append(regularized_loss(a, y, self.w, l1, l2))
            self.w, self.b = new
        return self

    def predict(self, X):
        return (np.sum(self.w * X, axis=1) + self.b >= 0).astype(int)


# witness
def witness(m):
    X = np.array([[1.0, 2.0], [3.0, -1.0], [0.0, 1.0]])
    return m.RegularizedNeuron().fit(X, np.array([1.0, 0.0, 1.0]), 0.3, 3, 0.1, 0.1).losses
