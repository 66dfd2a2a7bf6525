"""Data and batches: recursion, fractions and functools."""
import math
from fractions import Fraction
from functools import reduce

import numpy as np
import autograder.notebook
from a03_sigmoid_cross_entropy import logistic_gradient


def half_mse(y_hat, y):
    def numbers(value):
        return [float(v) for v in np.ravel(value)]

    if np.ndim(y_hat) and np.ndim(y) and np.shape(y_hat) != np.shape(y):
        raise ValueError("y_hat and y have different shapes")
    a, t = numbers(y_hat), numbers(y)
    if not np.ndim(y_hat):
        a = a * len(t)
    if not np.ndim(y):
        t = t * len(a)
    return math.fsum((p - q) ** 2 for p, q in zip(a, t)) / (2 * len(a))


def permuted_indices(m, rng):
    return rng.permuted(np.arange(m))


def three_way_split(X, y, val, test, rng, stratify=True):
    if len(X) != len(y):
        raise ValueError("each row needs one label")
    X, y = np.asarray(X), np.asarray(y)
    m = len(X)
    te = math.ceil(test * m)
    va = math.ceil(val * (m - te))
    order = permuted_indices(m, rng).tolist()
    pots = [order]
    if stratify:
        pots = [[i for i in order if y[i] == c] for c in np.unique(y)]

    def deal(pots, sizes):
        """Return the sets of the given sizes, and what remains, as a list of lists of rows."""
        if not sizes:
            return [[i for pot in pots for i in pot]]
        total = sum(map(len, pots))
        quotas = [Fraction(sizes[0] * len(pot), total or 1) for pot in pots]
        shares = [math.floor(q) for q in quotas]
        by_rest = sorted(range(len(pots)), key=lambda c: shares[c] - quotas[c])
        for c in by_rest[: sizes[0] - sum(shares)]:
            shares[c] += 1
        mine = [i for pot, k in zip(pots, shares) for i in pot[:k]]
        return [mine] + deal([pot[k:] for pot, k in zip(pots, shares)], sizes[1:])

    sets = deal(pots, [te, va])
    te, va, tr = (np.array(one, dtype=np.intp) for one in sets)
    return X[tr], X[va], X[te], y[tr], y[va], y[te]


class Standardizer:
    def __init__(self):
        self.mean_ = self.std_ = None

    def fit(self, X):
        columns = np.array(X, dtype=float).T.tolist()
        self.mean_ = np.array([math.fsum(column) / len(column) for column in columns])
        self.std_ = np.array([self._deviation(c, mu) for c, mu in zip(columns, self.mean_)])
        return self

    @staticmethod
    def _deviation(column, mu):
        if len(set(column)) == 1:
            return 1.0
        return math.sqrt(math.fsum((v - mu) ** 2 for v in column) / len(column))

    def transform(self, X):
        if self.mean_ is None:
            raise RuntimeError("nothing has been learned yet")
        X = np.asarray(X, dtype=float)
        n = np.size(self.mean_)
        if X.ndim > 1 and X.shape[1] != n:
            raise ValueError(f"{n} columns expected")
        out = X.copy()
        out -= np.asarray(self.mean_, dtype=float)
        out /= np.asarray(self.std_, dtype=float)
        return out


def full_batch_step(X, y, w, b, lr):
    X = np.asarray(X, dtype=float)
    w = np.array(w, dtype=float)
    if np.shape(y) != X.shape[:1]:
        raise ValueError("wrong shape of y")

    def add(total, sample):
        dw, db = logistic_gradient(sample[0], sample[1], w, b)
        return total[0] + dw, total[1] + db

    dw, db = reduce(add, zip(X, np.asarray(y, dtype=float)), (np.zeros(w.shape), 0.0))
    rate = lr / len(X)
    return w - rate * dw, b - rate * db


def fit_verdict(train_acc, val_acc, good, gap):
    verdicts = (
        ("under", train_acc < good),
        ("over", train_acc - val_acc > gap),
        ("ok", True),
    )
    return next(word for word, holds in verdicts if holds)
