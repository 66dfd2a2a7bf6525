"""Correct implementations of A06 that differ from the reference in algorithm or dtype: all get full marks."""

import numpy as np
from a06_regularization import *

from autograder.checks import alternative


@alternative("A06.1", "a loop over the entries")
def l1_norm(w):
    total = 0.0
    for one in np.ravel(w):
        total += one if one > 0 else -one
    return total


@alternative("A06.1", "product with the signs, single precision")
def l1_norm(w):
    w = np.asarray(w, np.float32).ravel()
    return np.dot(w, np.sign(w))


@alternative("A06.2", "a loop and a power")
def l2_norm(w):
    return sum(float(one) ** 2 for one in np.asarray(w).flat) ** 0.5


@alternative("A06.2", "scaled by the largest entry, single precision")
def l2_norm(w):
    w = np.asarray(w, np.float32).ravel()
    largest = np.max(np.abs(w)) or np.float32(1)
    return largest * np.sqrt(np.dot(w / largest, w / largest))


@alternative("A06.3", "own cross-entropy by choice of the label, sums")
def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    if np.ndim(a) and np.ndim(y) and np.shape(a) != np.shape(y):
        raise ValueError("shapes differ")
    right = np.where(np.asarray(y) == 1, a, 1 - np.asarray(a))
    loss = np.sum(-np.log(np.maximum(right, 1e-15))) / np.size(right)
    return float(loss + l1 * np.sum(np.abs(w)) + 0.5 * l2 * np.sum(np.square(w)))


@alternative("A06.3", "a loop over the samples, single precision")
def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    if np.ndim(a) != np.ndim(y) and np.ndim(a) * np.ndim(y) > 0:
        raise ValueError("shapes differ")
    pairs = zip(np.atleast_1d(a), np.atleast_1d(y), strict=True)
    losses = [np.float32(binary_cross_entropy(float(p), float(t))) for p, t in pairs]
    w = np.asarray(w, np.float32).ravel()
    penalty = np.float32(l1) * np.abs(w).sum() + np.float32(l2) * (w @ w) / np.float32(2)
    return np.float32(np.mean(losses) + penalty)


@alternative("A06.4", "comparisons instead of sign")
def l1_gradient(w, strength):
    w = np.asarray(w)
    return np.where(w > 0, strength, np.where(w < 0, -strength, 0.0))


@alternative("A06.4", "entry by entry, single precision")
def l1_gradient(w, strength):
    w = np.asarray(w, np.float32)
    slopes = np.zeros(w.shape, np.float32)
    slopes[w > 0] = strength
    slopes[w < 0] = -strength
    return slopes


@alternative("A06.5", "entry by entry")
def l2_gradient(w, strength):
    slopes = [strength * float(one) for one in np.ravel(w)]
    return np.array(slopes).reshape(np.shape(w))


@alternative("A06.5", "half of twice, single precision")
def l2_gradient(w, strength):
    return np.float32(strength) * np.float32(0.5) * (2 * np.asarray(w, np.float32))


@alternative("A06.6", "matrix products, penalties written out")
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    X, y = np.atleast_2d(np.asarray(x, dtype=float)), np.asarray(y, dtype=float)
    if np.ndim(x) == 2 and y.shape != (len(X),):
        raise ValueError("one label for each row")
    error = 1 / (1 + np.exp(-(X @ w + b))) - y.reshape(-1)
    dw = X.T @ error / len(X)
    return w - lr * (dw + l1 * np.sign(w) + l2 * np.asarray(w)), float(b - lr * error.mean())


@alternative("A06.6", "row by row, weight decay, single precision")
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    rows, labels = (x, y) if np.ndim(x) == 2 else ([x], [y])
    if np.shape(labels) != (len(rows),):
        raise ValueError("one label for each row")
    w32, dw, db = np.asarray(w, np.float32), 0, 0
    for row, label in zip(rows, labels, strict=True):
        row = np.asarray(row, np.float32)
        err = np.float32(sigmoid(np.sum(row * w32) + np.float32(b)) - label)
        dw, db = dw + err * row / np.float32(len(rows)), db + err / np.float32(len(rows))
    shrunk = np.float32(1 - lr * l2) * w32 - np.float32(lr * l1) * np.sign(w32)
    return (shrunk - np.float32(lr) * dw).astype(np.float32), np.float32(b - np.float32(lr) * db)


@alternative("A06.7", "written out with matrix products, an array of losses")
class RegularizedNeuron(RegularizedNeuron):
    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
        if y.shape != (len(X),):
            raise ValueError("one label for each row")
        m, n = X.shape
        w, b = np.zeros(n), 0.0
        z = X @ w + b
        losses = np.empty(steps)
        for k in range(steps):
            error = 1 / (1 + np.exp(-z)) - y
            w = w * (1 - lr * l2) - lr * (error @ X / m + l1 * np.sign(w))
            b = b - lr * error.sum() / m
            z = X @ w + b
            losses[k] = (
                np.mean(np.logaddexp(0, z) - y * z) + l1 * np.abs(w).sum() + l2 * (w @ w) / 2
            )
        self.w, self.b, self.losses = w, float(b), losses
        return self


@alternative("A06.7", "its own step and loss, single precision")
class RegularizedNeuron(RegularizedNeuron):
    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        if np.shape(y) != (len(X),):
            raise ValueError("one label for each row")
        X, y = np.asarray(X, np.float32), np.asarray(y, np.float32)
        self.w, self.b, self.losses = np.zeros(X.shape[1], np.float32), np.float32(0), []
        for _ in range(steps):
            w, b = regularized_update(X, y, self.w, self.b, lr, l1, l2)
            self.w, self.b = w.astype(np.float32), np.float32(b)
            a = np.asarray(sigmoid(X @ self.w + self.b), np.float32)
            self.losses.append(np.float32(regularized_loss(a, y, self.w, l1, l2)))
        return self
