import itertools
import operator
from functools import reduce
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import binary_cross_entropy, sigmoid

from a03_sigmoid_cross_entropy import bce_with_logits


def _dot(u, v):
    return sum(map(operator.mul, map(float, u), map(float, v)))


def linear_gradient(X, y, w, b):
    if np.shape(y) != np.shape(X)[:1]:
        raise ValueError("the shape of y is not (m,)")
    per_row = [(e := _dot(w, row) + b - float(t), [e * float(v) for v in row]) for row, t in zip(X, y)]
    errors, slopes = zip(*per_row)
    return np.mean(slopes, axis=0), np.mean(errors)


class LogisticNeuron:
    __slots__ = ("w", "b", "losses")

    def __init__(self):
        self.w = None
        self.b = 0.0
        self.losses = []

    def forpass(self, x):
        if np.shape(x) != np.shape(self.w):
            raise ValueError("the shape of x is not that of w")
        return _dot(self.w, x) + float(self.b)

    def backprop(self, x, err):
        return np.outer(err, np.asarray(x, dtype=float))[0], err

    def fit(self, X, y, lr, epochs, order=None):
        X = np.asarray(X, dtype=float)
        y = np.concatenate([np.atleast_1d(v) for v in np.asarray(y, dtype=float)])
        if len(y) != len(X):
            raise ValueError("number of labels")
        rows = tuple(range(len(X))) if order is None else tuple(order)

        def update(state, i):
            w, b, costs = state
            z = np.dot(X[i], w) + b
            err = float(sigmoid(z)) - y[i]
            costs.append(float(bce_with_logits(z, y[i])))
            return w - lr * (err * X[i]), b - lr * err, costs

        w, b, costs = reduce(
            update,
            itertools.chain.from_iterable(itertools.repeat(rows, epochs)),
            (np.zeros(X.shape[1]), 0.0, []),
        )
        m = len(rows)
        self.w, self.b = w, float(b)
        self.losses = [sum(costs[start : start + m]) / m for start in range(0, m * epochs, m)]
        return self

    def predict(self, X, threshold=0.5):
        z = np.array([self.forpass(row) for row in X], dtype=float)
        return np.heaviside(sigmoid(z) - threshold, 1.0).astype(int)


def decision_boundary(x1, w, b):
    if abs(w[1]) == 0:
        raise ValueError("upright")
    w1, w2 = map(float, w)
    entries = [-(w1 * float(v) + float(b)) / w2 for v in np.asarray(x1).reshape(-1)]
    return np.array(entries).reshape(np.shape(x1)) if np.ndim(x1) else entries[0]
