"""Data and batches, with a dataclass that deals out the rows."""
import math
from collections import namedtuple
from dataclasses import dataclass, field

import numpy as np
import autograder.notebook
from a03_sigmoid_cross_entropy import logistic_gradient

Step = namedtuple("Step", "w b")


def half_mse(y_hat, y):
    a = np.atleast_1d(np.asarray(y_hat, dtype=float))
    t = np.atleast_1d(np.asarray(y, dtype=float))
    if a.shape != t.shape and np.ndim(y_hat) > 0 and np.ndim(y) > 0:
        raise ValueError(f"shapes {a.shape} and {t.shape} differ")
    error = (a - t).ravel()
    return np.dot(error, error) / error.size / 2


def permuted_indices(m, rng):
    """The inside-out shuffle."""
    order = np.empty(m, dtype=np.int64)
    for i in range(m):
        j = int(rng.integers(i + 1))
        if j != i:
            order[i] = order[j]
        order[j] = i
    return order


@dataclass
class Dealer:
    rows: list
    labels: np.ndarray
    stratify: bool
    sets: list = field(default_factory=list)

    def groups(self):
        if not self.stratify:
            return [list(self.rows)]
        found = {}
        for row in self.rows:
            found.setdefault(self.labels[row].item(), []).append(row)
        return [found[key] for key in sorted(found)]

    def deal(self, fraction):
        total = len(self.rows)
        if total == 0:
            self.sets.append([])
            return self
        count = math.ceil(fraction * total)
        groups = self.groups()
        numbers = [count * len(group) // total for group in groups]
        rests = [count * len(group) % total for group in groups]
        for _ in range(count - sum(numbers)):
            largest = rests.index(max(rests))
            numbers[largest] += 1
            rests[largest] = -1
        taken = {row for group, number in zip(groups, numbers) for row in group[:number]}
        self.sets.append([row for row in self.rows if row in taken])
        self.rows = [row for row in self.rows if row not in taken]
        return self


def three_way_split(X, y, val, test, rng, stratify=True):
    X, y = np.asarray(X), np.asarray(y)
    if len(X) != len(y):
        raise ValueError("lengths differ")
    dealer = Dealer(permuted_indices(len(X), rng).tolist(), y, stratify)
    te, va = dealer.deal(test).deal(val).sets
    indices = [np.asarray(rows, dtype=int) for rows in (dealer.rows, va, te)]
    return (*(np.take(X, one, axis=0) for one in indices), *(np.take(y, one) for one in indices))


class Standardizer:
    def __init__(self):
        self.mean_ = None
        self.std_ = None

    def fit(self, X):
        """Welford's running mean and sum of squares, counted from the first row."""
        X = np.asarray(X, dtype=float)
        mean = np.zeros(X.shape[1])
        squares = np.zeros(X.shape[1])
        for k, row in enumerate(X - X[0], start=1):
            before = row - mean
            mean = mean + before / k
            squares = squares + before * (row - mean)
        std = np.sqrt(squares / len(X))
        std[X.min(axis=0) == X.max(axis=0)] = 1
        self.mean_, self.std_ = X[0] + mean, std
        return self

    def transform(self, X):
        if self.mean_ is None:
            raise RuntimeError("fit comes first")
        X = np.asarray(X, dtype=float)
        if X.shape[1] != len(self.mean_):
            raise ValueError("columns do not match")
        rows = [(row - self.mean_) / self.std_ for row in X]
        return np.array(rows, dtype=float).reshape(X.shape)


def full_batch_step(X, y, w, b, lr):
    X = np.asarray(X, dtype=float)
    y = np.asarray(y, dtype=float)
    w = np.asarray(w, dtype=float)
    if y.shape != (X.shape[0],):
        raise ValueError("y must be of shape (m,)")
    slopes = np.array([np.append(*logistic_gradient(x, t, w, b)) for x, t in zip(X, y)])
    mean = slopes.mean(axis=0)
    return Step(w=w - lr * mean[:-1], b=b - lr * mean[-1])


def fit_verdict(train_acc, val_acc, good, gap):
    too_little = train_acc < good
    too_much = not too_little and train_acc - val_acc > gap
    return {(True, False): "under", (False, True): "over", (False, False): "ok"}[
        bool(too_little), bool(too_much)
    ]
