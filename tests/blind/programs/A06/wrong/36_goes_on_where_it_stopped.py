"""
task: A06.7
promise: Every call starts anew: all weights 0, bias 0, no losses.
broken: A second fit starts from the bias of the first.
name: bias not reset
"""
class RegularizedNeuron:
    def __init__(self):
        self.w = None
        self.b = 0.0
        self.losses = []

    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        X = np.asarray(X, dtype=float)
        self.w = np.zeros(X.shape[1])
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
    neuron = m.RegularizedNeuron()
    neuron.fit(X, np.array([1.0, 0.0, 1.0]), 0.3, 3)
    neuron.fit(X, np.array([1.0, 0.0, 1.0]), 0.3, 2)
    return neuron.b
