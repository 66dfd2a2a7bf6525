"""
task: A05.4
promise: The standard deviation is that of the m rows, and 1 for a feature whose values are all equal
broken: Every deviation below 1e-8 is replaced by 1, also where the values do differ.
name: tiny feature taken for a constant
"""
class Standardizer:
    def __init__(self):
        self.mean_ = None
        self.std_ = None

    def fit(self, X):
        X = np.asarray(X, dtype=float)
        self.mean_ = np.mean(X, axis=0)
        deviation = np.std(X, axis=0)
        self.std_ = np.where(deviation < 1e-8, 1.0, deviation)
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
    return m.Standardizer().fit(np.array([[1e-9, 1.0], [3e-9, 2.0], [8e-9, 6.0]])).std_ > 0.5
