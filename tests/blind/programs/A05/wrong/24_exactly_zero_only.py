"""
task: A05.4
promise: 1 for a feature whose values are all equal, also where rounding makes it 1e-17 and not 0, as with seven times 0.1
broken: Only a deviation of exactly 0 is replaced.
name: rounding taken for variation
"""
class Standardizer:
    def __init__(self):
        self.mean_ = None
        self.std_ = None

    def fit(self, X):
        X = np.asarray(X, dtype=float)
        self.mean_ = np.mean(X, axis=0)
        self.std_ = np.std(X, axis=0)
        self.std_[self.std_ == 0] = 1.0
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
    return m.Standardizer().fit(np.column_stack([np.full(7, 0.1), np.arange(7.0)])).std_
