"""
task: A04.4
promise: epochs : How often to pass over all samples / ``losses`` of length ``epochs``
broken: training ends as soon as the mean loss is below 0.01
name: early stopping that nobody asked for
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
        dw = err * np.asarray(x, dtype=float)
        db = err
        return dw, db

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
            if total / m < 0.01:
                break
        return self

    def predict(self, X, threshold=0.5):
        X = np.asarray(X, dtype=float)
        w = np.asarray(self.w, dtype=float)
        a = sigmoid(np.sum(w * X, axis=1) + self.b)
        return (a >= threshold).astype(int)

# witness
def witness(m):
    X = np.array([[-3.0], [-2.0], [2.0], [3.0]])
    return len(m.LogisticNeuron().fit(X, np.array([0.0, 0.0, 1.0, 1.0]), 1.0, 200).losses)
