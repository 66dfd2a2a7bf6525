"""
task: A04.4
promise: Integers are fine
broken: the weights take the type of X, so that with an integer table every update is cut off
name: weights created with X's integer dtype
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
        X = np.asarray(X)
        y = np.asarray(y, dtype=float).reshape(-1)
        m, n = X.shape
        if len(y) != m:
            raise ValueError(f"{len(y)} labels for {m} rows")
        order = range(m) if order is None else list(order)
        self.w = np.zeros(n, dtype=X.dtype)
        self.b = 0.0
        self.losses = []
        for _ in range(epochs):
            total = 0.0
            for i in order:
                a = sigmoid(np.sum(self.w * X[i]) + self.b)
                total += float(binary_cross_entropy(a, y[i]))
                err = a - y[i]
                self.w = (self.w - lr * err * X[i]).astype(X.dtype)
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
    X = np.array([[1, 2], [3, -1], [0, 4]])
    return np.asarray(m.LogisticNeuron().fit(X, np.array([1, 0, 1]), 0.1, 2).w)
