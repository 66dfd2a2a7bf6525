"""Regularization with a dataclass that knows value and slope of the penalty."""
from dataclasses import dataclass

import numpy as np
import autograder.notebook
from a03_sigmoid_cross_entropy import binary_cross_entropy, sigmoid


@dataclass(frozen=True)
class Penalty:
    l1: float = 0.0
    l2: float = 0.0

    def value(self, w):
        return self.l1 * l1_norm(w) + 0.5 * self.l2 * l2_norm(w) ** 2

    def slope(self, w):
        return l1_gradient(w, self.l1) + l2_gradient(w, self.l2)


def l1_norm(w):
    w = np.asarray(w, dtype=float)
    return float(w[w > 0].sum() - w[w < 0].sum())


def l2_norm(w):
    w = np.asarray(w, dtype=float).ravel()
    return float(np.sqrt(w @ w))


def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    a, y = np.asarray(a, dtype=float), np.asarray(y, dtype=float)
    if a.shape != y.shape:
        raise ValueError("unequal shapes")
    return float(binary_cross_entropy(a, y).mean() + Penalty(l1, l2).value(w))


_sign = np.vectorize(lambda v: (v > 0) - (v < 0), otypes=[float])


def l1_gradient(w, strength):
    return _sign(w) * strength


def l2_gradient(w, strength):
    return float(strength) * np.array(w, dtype=float)


def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    w = np.array(w, dtype=float)
    if x.ndim == 2 and y.shape != (x.shape[0],):
        raise ValueError("y does not fit the batch")
    rows = x.reshape(-1, x.shape[-1])
    error = (sigmoid(rows @ w + b) - y.reshape(-1)).reshape(-1, 1)
    dw = (error * rows).mean(axis=0) + Penalty(l1, l2).slope(w)
    w -= lr * dw
    return w, (b - lr * error.mean()).item()


class RegularizedNeuron:
    def __init__(self):
        self.reset(None)

    def reset(self, w):
        self.w = w
        self.b = 0.0
        self.losses = []

    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        X = np.asarray(X, dtype=float)
        self.reset(np.zeros(X.shape[1]))
        for _ in range(steps):
            self.w, self.b = regularized_update(X, y, self.w, self.b, lr, l1, l2)
            self.losses += [regularized_loss(self._activation(X), y, self.w, l1, l2)]
        return self

    def _activation(self, X):
        return sigmoid(X @ self.w + self.b)

    def predict(self, X):
        return (np.sum(self.w * X, axis=1) + self.b >= 0).astype(int)
