"""Regularization by recursion and reduction."""
import math
from functools import reduce
from itertools import accumulate, repeat

import numpy as np
import autograder.notebook
from a03_sigmoid_cross_entropy import binary_cross_entropy, sigmoid


def _entries(w):
    """All entries of an array of any shape, one after the other."""
    if np.ndim(w) == 0:
        yield float(w)
    else:
        for part in w:
            yield from _entries(part)


def l1_norm(w):
    return reduce(lambda total, v: total + abs(v), _entries(w), 0.0)


def l2_norm(w):
    entries = list(_entries(w))
    largest = max((abs(v) for v in entries), default=0.0)
    if largest == 0:
        return 0.0
    return largest * math.sqrt(sum((v / largest) ** 2 for v in entries))


def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    if np.shape(a) != np.shape(y):
        raise ValueError("a and y are of different shapes")
    parts = (
        np.average(binary_cross_entropy(np.asarray(a, float), np.asarray(y, float))),
        l1 * l1_norm(w),
        l2 / 2 * sum(v * v for v in _entries(w)),
    )
    return float(sum(parts))


def l1_gradient(w, strength):
    w = np.asarray(w, dtype=float)
    return strength * np.copysign(1.0, w) * (w != 0)


def l2_gradient(w, strength):
    w = np.asarray(w, dtype=float)
    return strength * (w + w) / 2


def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    if np.ndim(x) == 1:
        return regularized_update(np.reshape(x, (1, -1)), np.reshape(y, 1), w, b, lr, l1, l2)
    X = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    if np.shape(y) != X.shape[:1]:
        raise ValueError(f"one label for each of {len(X)} rows is needed")
    error = sigmoid(np.dot(X, w) + b) - np.asarray(y, dtype=float)
    slopes = [np.dot(error, X) / len(X)]
    slopes += [l1_gradient(w, l1), l2_gradient(w, l2)]
    return w - lr * sum(slopes), b - lr * np.average(error)


class RegularizedNeuron:
    def __init__(self):
        self.w = None
        self.b = 0.0
        self.losses = []

    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        X = np.asarray(X, dtype=float)
        start = np.zeros(X.shape[1]), 0.0
        walk = list(
            accumulate(
                repeat(None, steps),
                lambda now, _: regularized_update(X, y, now[0], now[1], lr, l1, l2),
                initial=start,
            )
        )
        self.w, self.b = walk[-1]
        self.losses = [
            regularized_loss(sigmoid(X @ w + b), y, w, l1, l2) for w, b in walk[1:]
        ]
        return self

    def predict(self, X):
        return (np.sum(self.w * X, axis=1) + self.b >= 0).astype(int)
