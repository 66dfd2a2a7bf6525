from typing import NamedTuple
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import binary_cross_entropy, sigmoid

from a03_sigmoid_cross_entropy import bce_with_logits


class Slopes(NamedTuple):
    dw: object
    db: object


def doubles(*values):
    return tuple(np.array(v, dtype=np.double) for v in values)


def linear_gradient(X, y, w, b):
    X, y, w = doubles(X, y, w)
    if y.shape != (X.shape[0],):
        raise ValueError("the targets must be of shape (m,)")
    error = np.inner(X, w) + b - y
    return Slopes(dw=np.mean(X * error[:, np.newaxis], axis=0), db=np.mean(error))


class LogisticNeuron:
    def __init__(self):
        self.reset(None)

    def reset(self, w):
        self.w = w
        self.b = 0.0
        self.losses = []

    def forpass(self, x):
        x, w = doubles(x, self.w)
        if x.shape != w.shape:
            raise ValueError(f"expected a sample of shape {w.shape}")
        return np.inner(x, w) + self.b

    def backprop(self, x, err):
        (x,) = doubles(x)
        return Slopes(dw=x * err, db=err)

    def step(self, x, label, lr):
        """Learn from one sample; return the loss it had before."""
        z = self.forpass(x)
        slopes = self.backprop(x, sigmoid(z) - label)
        self.w = self.w - lr * slopes.dw
        self.b = self.b - lr * slopes.db
        return float(bce_with_logits(z, label))

    def fit(self, X, y, lr, epochs, order=None):
        X, y = doubles(X, y)
        y = y.reshape(y.size)
        if y.size != X.shape[0]:
            raise ValueError("the number of labels isn't that of rows")
        visits = [int(i) for i in (range(y.size) if order is None else order)]
        self.reset(np.zeros(X.shape[1]))
        for _ in range(epochs):
            self.losses.append(sum(self.step(X[i], y[i], lr) for i in visits) / len(visits))
        return self

    def predict(self, X, threshold=0.5):
        return np.array([sigmoid(self.forpass(x)) >= threshold for x in np.asarray(X)], dtype=int)


def decision_boundary(x1, w, b):
    x1, w = doubles(x1, w)
    if w[1] == 0:
        raise ValueError("w[1] must not be 0")
    return (w[0] * x1 + b) / -w[1]
