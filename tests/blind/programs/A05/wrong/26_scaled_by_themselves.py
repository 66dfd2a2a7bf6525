"""
task: A05.5
promise: Nothing is learned from ``X``; ``(X - mean_) / std_``
broken: A table of several rows is standardized with its own mean and the learned deviation.
name: own mean instead of the training mean
"""
class Standardizer:
    def __init__(self):
        self.mean_ = None
        self.std_ = None

    def fit(self, X):
        X = np.asarray(X, dtype=float)
        self.mean_ = np.mean(X, axis=0)
        self.std_ = np.std(X, axis=0)
        self.std_[np.max(X, axis=0) == np.min(X, axis=0)] = 1.0
        return self

    def transform(self, X):
        if self.mean_ is None:
            raise RuntimeError("call fit first")
        X = np.asarray(X, dtype=float)
        if X.ndim == 2 and X.shape[1] != len(self.mean_):
            raise ValueError(f"{X.shape[1]} columns instead of {len(self.mean_)}")
        return (X - np.mean(X, axis=0)) / self.std_


# witness
def witness(m):
    scaler = m.Standardizer().fit(np.array([[1.0, 2.0], [3.0, 8.0]]))
    return scaler.transform(np.array([[5.0, 2.0], [6.0, 4.0]]))
