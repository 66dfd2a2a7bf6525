"""
task: A05.4
promise: The standard deviation is that of the m rows (divided by m, not m - 1)
broken: It divides by m - 1.
name: sample standard deviation (ddof=1)
"""
class Standardizer:
    def __init__(self):
        self.mean_ = None
        self.std_ = None

    def fit(self, X):
        X = np.asarray(X, dtype=float)
        self.mean_ = np.mean(X, axis=0)
        self.std_ = np.std(X, axis=0, ddof=1 if len(X) > 1 else 0)
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
    return m.Standardizer().fit(np.array([[4.0, 540.0], [8.0, 700.0], [2.0, 480.0]])).std_
