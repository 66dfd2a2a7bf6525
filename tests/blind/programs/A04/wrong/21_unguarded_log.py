"""
task: A04.4
promise: It is finite even where the sigmoid has rounded to exactly 0 or 1
broken: the loss is the bare formula and becomes inf or nan
name: log(0): loss without clipping
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
                with np.errstate(all="ignore"):
                    total += float(-(y[i] * np.log(a) + (1 - y[i]) * np.log(1 - a)))
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
    X = np.array([[100.0, -300.0], [500.0, 200.0], [-400.0, 50.0]])
    neuron = m.LogisticNeuron().fit(X, np.array([1.0, 0.0, 1.0]), 1.0, 3)
    return [bool(np.isfinite(v)) for v in neuron.losses]
