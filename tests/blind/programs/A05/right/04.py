"""Data and batches, beginner's style."""
import math
import numpy as np
import autograder.notebook
from a03_sigmoid_cross_entropy import logistic_gradient


def half_mse(y_hat, y):
    # first look at the shapes
    shape1 = np.shape(y_hat)
    shape2 = np.shape(y)
    if shape1 != shape2 and shape1 != () and shape2 != ():
        raise ValueError("different shapes")
    y_hat = np.array(y_hat) * 1.0
    y = np.array(y) * 1.0
    difference = y_hat.astype(float) - y.astype(float)
    squares = difference * difference
    how_many = squares.size
    return np.sum(squares) / (2 * how_many)


def permuted_indices(m, rng):
    return rng.choice(m, size=m, replace=False)


def three_way_split(X, y, val, test, rng, stratify=True):
    X = np.array(X)
    y = np.array(y)
    m = len(X)
    if m != len(y):
        raise ValueError("X and y must have the same length")
    test_size = int(math.ceil(test * m))
    rest_size = m - test_size
    val_size = int(math.ceil(val * rest_size))

    rows = permuted_indices(m, rng)
    # where[i] says to which set row i goes: 0 training, 1 validation, 2 test
    where = np.zeros(m, dtype=int)

    if not stratify:
        where[rows[:test_size]] = 2
        where[rows[test_size:test_size + val_size]] = 1
    else:
        for number, size in [(2, test_size), (1, val_size)]:
            free = [i for i in rows if where[i] == 0]
            if len(free) == 0:
                continue
            labels = sorted(set(y[i] for i in free))
            given = {}
            remainder = {}
            for label in labels:
                quota_times_free = size * sum(1 for i in free if y[i] == label)
                given[label] = quota_times_free // len(free)
                remainder[label] = quota_times_free % len(free)
            while sum(given.values()) < size:
                best = max(labels, key=lambda label: remainder[label])
                given[best] = given[best] + 1
                remainder[best] = -1
            for i in free:
                if given[y[i]] > 0:
                    where[i] = number
                    given[y[i]] = given[y[i]] - 1

    X_tr = X[where == 0]
    X_va = X[where == 1]
    X_te = X[where == 2]
    y_tr = y[where == 0]
    y_va = y[where == 1]
    y_te = y[where == 2]
    return X_tr, X_va, X_te, y_tr, y_va, y_te


class Standardizer:
    def __init__(self):
        self.mean_ = None
        self.std_ = None

    def fit(self, X):
        X = np.array(X, dtype=float)
        self.mean_ = np.zeros(X.shape[1])
        self.std_ = np.zeros(X.shape[1])
        for j in range(X.shape[1]):
            column = X[:, j].copy()
            self.mean_[j] = np.mean(column)
            if np.all(column == column[0]):
                self.std_[j] = 1
            else:
                self.std_[j] = np.std(column)
        return self

    def transform(self, X):
        if self.mean_ is None:
            raise RuntimeError("Please call fit first!")
        X = np.array(X, dtype=float)
        if X.shape[1] != len(self.mean_):
            raise ValueError("Wrong number of columns!")
        result = np.zeros(X.shape)
        for j in range(X.shape[1]):
            result[:, j] = (X[:, j] - self.mean_[j]) / self.std_[j]
        return result


def full_batch_step(X, y, w, b, lr):
    X = np.array(X, dtype=float)
    y = np.array(y, dtype=float)
    w = np.array(w, dtype=float)
    m = len(X)
    if y.ndim != 1 or len(y) != m:
        raise ValueError("y must have shape (m,)")
    sum_dw = np.zeros_like(w)
    sum_db = 0
    for i in range(m):
        dw, db = logistic_gradient(X[i], y[i], w, b)
        sum_dw = sum_dw + dw
        sum_db = sum_db + db
    mean_dw = sum_dw / m
    mean_db = sum_db / m
    new_w = w - lr * mean_dw
    new_b = b - lr * mean_db
    return new_w, new_b


def fit_verdict(train_acc, val_acc, good, gap):
    if train_acc >= good:
        if train_acc > val_acc + gap:
            return "over"
        else:
            return "ok"
    else:
        return "under"


if __name__ == "__main__":
    print("half_mse:", half_mse(np.array([0.5, 1.0, 1.5]), np.array([1.0, 2.0, 3.0])))
    print("verdict:", fit_verdict(0.99, 0.7, 0.9, 0.05))
