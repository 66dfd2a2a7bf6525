"""
task: A05.5
promise: ValueError: If ``X`` is a table with another number of columns than n.
broken: It relies on NumPy to complain, which broadcasts a single column over all features.
name: no check of the columns
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
        return (np.asarray(X, dtype=float) - self.mean_) / self.std_


# witness
def witness(m):
    scaler = m.Standardizer().fit(np.array([[1.0, 2.0, 3.0], [3.0, 8.0, 1.0]]))
    try:
        return scaler.transform(np.ones((4, 1))).shape
    except ValueError as error:
        return type(error).__name__
