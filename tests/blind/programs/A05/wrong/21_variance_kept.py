"""
task: A05.4
promise: Learn mean and standard deviation of each feature
broken: std_ holds the variance of each feature.
name: forgot the square root
"""
class Standardizer:
    def __init__(self):
        self.mean_ = None
        self.std_ = None

    def fit(self, X):
        X = np.asarray(X, dtype=float)
        self.mean_ = np.mean(X, axis=0)
        self.std_ = np.mean((X - self.mean_) ** 2, axis=0)
        self.std_[np.max(X, axis=0) == np.min(X, axis=0)] = 1.0
        return self

    def transform(self, X):
        if self.mean_ is None:
            raise RuntimeError("call fit first")
        X = np.asarray(X, dtype=float)
        if X.ndim == 2 and X.shape[1] != len(self.mean_):
            raise ValueError(f"{X.shape[1]} columns instead of {len(self.mean_)}")
        return (X - self.mean_) / self.std_


# witness
def witness(m):
    return m.Standardizer().fit(np.array([[1.0, 10.0], [5.0, 40.0]])).std_
