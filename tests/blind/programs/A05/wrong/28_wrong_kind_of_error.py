"""
task: A05.5
promise: RuntimeError: If ``mean_`` is still None.
broken: Before fit it raises ValueError.
name: wrong exception before fit
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
        X = np.asarray(X, dtype=float)
        if self.mean_ is None or X.ndim == 2 and X.shape[1] != len(self.mean_):
            raise ValueError("not fitted to this number of columns")
        return (X - self.mean_) / self.std_


# witness
def witness(m):
    try:
        return m.Standardizer().transform(np.ones((2, 3)))
    except Exception as error:
        return type(error).__name__
