"""
task: A05.4
promise: Returns: The object itself, with ``mean_`` and ``std_`` of shape (n,).
broken: fit has no return statement.
name: forgot return self
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

    def transform(self, X):
        if self.mean_ is None:
            raise RuntimeError("call fit first")
        X = np.asarray(X, dtype=float)
        if X.ndim == 2 and X.shape[1] != len(self.mean_):
            raise ValueError(f"{X.shape[1]} columns instead of {len(self.mean_)}")
        return (X - self.mean_) / self.std_


# witness
def witness(m):
    scaler = m.Standardizer()
    return scaler.fit(np.array([[1.0, 2.0], [3.0, 8.0]])) is scaler
