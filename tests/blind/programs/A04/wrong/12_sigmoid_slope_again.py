"""
task: A04.3
promise: err : The sample's error ``a - y`` (already dL/dz); slopes of one sample's loss
broken: the sigmoid's slope a(1-a) is multiplied in once more
name: extra factor a(1-a)
"""
class LogisticNeuron:
    def __init__(self):
        self.w = None
        self.b = 0.0
        self.losses = []

    def forpass(self, x):
        x = np.asarray(x, dtype=float)
        w = np.asarray(self.w, dtype=float)
        if x.shape != w.shape:
            raise ValueError(f"x has shape {x.shape}, w has {w.shape}")
        return np.sum(w * x) + self.b

    def backprop(self, x, err):
        x = np.asarray(x, dtype=float)
        a = sigmoid(np.sum(self.w * x) + self.b)
        delta = err * a * (1 - a)
        return delta * x, delta

    def fit(self, X, y, lr, epochs, order=None):
        X = np.asarray(X, dtype=float)
        y = np.asarray(y, dtype=float).reshape(-1)
        m, n = X.shape
        if len(y) != m:
            raise ValueError(f"{len(y)} labels for {m} rows")
        order = range(m) if order is None else list(order)
        self.w = np.zeros(n)
        self.b = 0.0
        self.losses = []
        for _ in range(epochs):
            total = 0.0
            for i in order:
                a = sigmoid(np.sum(self.w * X[i]) + self.b)
                total += float(binary_cross_entropy(a, y[i]))
                err = a - y[i]
                self.w = self.w - lr * err * X[i]
                self.b = self.b - lr * err
            self.losses.append(total / m)
        return self

    def predict(self, X, threshold=0.5):
        X = np.asarray(X, dtype=float)
        w = np.asarray(self.w, dtype=float)
        a = sigmoid(np.sum(w * X, axis=1) + self.b)
        return (a >= threshold).astype(int)

# witness
def witness(m):
    neuron = m.LogisticNeuron()
    neuron.w, neuron.b = np.array([0.5, -1.0]), 0.25
    dw, db = neuron.backprop(np.array([2.0, 3.0]), 0.4)
    return [np.asarray(dw), float(db)]
