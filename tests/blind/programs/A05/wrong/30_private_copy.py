"""
task: A05.5
promise: ``transform`` uses what stands here when it is called.
broken: fit keeps a private copy of the numbers, and transform prefers it to the attributes.
name: attributes set from outside are ignored
"""
class Standardizer:
    def __init__(self):
        self.mean_ = None
        self.std_ = None
        self._numbers = None

    def fit(self, X):
        X = np.asarray(X, dtype=float)
        self.mean_ = np.mean(X, axis=0)
        self.std_ = np.std(X, axis=0)
        self.std_[np.max(X, axis=0) == np.min(X, axis=0)] = 1.0
        self._numbers = self.mean_.copy(), self.std_.copy()
        return self

    def transform(self, X):
        if self.mean_ is None:
            raise RuntimeError("call fit first")
        X = np.asarray(X, dtype=float)
        if X.ndim == 2 and X.shape[1] != len(self.mean_):
            raise ValueError(f"{X.shape[1]} columns instead of {len(self.mean_)}")
        mean, std = self._numbers or (self.mean_, self.std_)
        return (X - mean) / std


# witness
def witness(m):
    scaler = m.Standardizer().fit(np.array([[1.0, 2.0], [3.0, 8.0]]))
    scaler.mean_ = np.array([10.0, 20.0])
    scaler.std_ = np.array([2.0, 4.0])
    return scaler.transform(np.array([[12.0, 12.0]]))
