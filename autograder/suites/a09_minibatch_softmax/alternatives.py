"""Correct implementations of A09 that differ from the reference: all get full marks."""

import numpy as np
from a09_minibatch_softmax import *

from autograder.checks import alternative


@alternative("A09.1", "shuffled in place, cut by a while loop")
def minibatches(m, batch_size, rng=None):
    rows = np.arange(m)
    if rng is not None:
        rng.shuffle(rows)
    batches = []
    while len(rows):
        batches.append(rows[:batch_size])
        rows = rows[batch_size:]
    return batches


@alternative("A09.1", "random keys, cut at chosen places")
def minibatches(m, batch_size, rng=None):
    rows = np.arange(m) if rng is None else np.argsort(rng.random(m))
    return np.split(rows, np.arange(batch_size, m, batch_size))


@alternative("A09.2", "difference of logarithms")
def inverse_sigmoid(a):
    a = np.asarray(a, dtype=float)
    if not np.all((0 < a) & (a < 1)):
        raise ValueError("not a probability strictly between 0 and 1")
    return np.log(a) - np.log1p(-a)


@alternative("A09.2", "hyperbolic, in single precision")
def inverse_sigmoid(a):
    if np.min(a) <= 0 or np.max(a) >= 1:
        raise ValueError("not a probability strictly between 0 and 1")
    return np.float32(2 * np.arctanh(2 * np.asarray(a) - 1))


@alternative("A09.3", "through the logarithm of the sum")
def softmax(Z):
    Z = np.array(Z, dtype=float)
    top = np.max(Z, axis=-1, keepdims=True)
    return np.exp(Z - top - np.log(np.sum(np.exp(Z - top), axis=-1, keepdims=True)))


@alternative("A09.3", "row by row, single precision")
def softmax(Z):
    Z = np.array(Z, dtype=np.float32)
    rows = Z.reshape(-1, Z.shape[-1])
    for row in rows:
        row[:] = np.exp(row - row.max())
        row /= row.sum()
    return Z


@alternative("A09.3", "from the differences of all pairs")
def softmax(Z):
    Z = np.asarray(Z, dtype=float)
    with np.errstate(over="ignore"):
        return 1 / np.exp(Z[..., None, :] - Z[..., :, None]).sum(axis=-1)


@alternative("A09.4", "comparison with all classes")
def one_hot(labels, c):
    labels = np.array(labels)
    if labels.min() < 0 or labels.max() > c - 1:
        raise ValueError("no such class")
    return (labels[:, None] == np.arange(c)).astype(np.float32)


@alternative("A09.4", "a loop over the labels")
def one_hot(labels, c):
    rows = []
    for label in labels:
        if not 0 <= label < c:
            raise ValueError("no such class")
        rows.append([1.0 if j == label else 0.0 for j in range(c)])
    return np.array(rows)


@alternative("A09.5", "a loop over rows and classes")
def cross_entropy(A, Y, eps=1e-12):
    check_targets(A, Y)
    total = 0.0
    for a, y in zip(A, Y, strict=True):
        for one, target in zip(a, y, strict=True):
            total -= target * np.log(min(max(one, eps), 1 - eps))
    return total / len(A)


@alternative("A09.5", "a sum of all products, single precision, clipped below only")
def cross_entropy(A, Y, eps=1e-12):
    if np.shape(A) != np.shape(Y) or not np.allclose(np.sum(Y, axis=1), 1, rtol=0, atol=1e-6):
        raise ValueError("bad targets")
    A = np.asarray(A, dtype=np.float32)
    A = np.maximum(A, np.float32(eps))
    A = np.minimum(A, np.float32(1 - eps))
    return np.float32(-np.vdot(np.float32(Y), np.log(A)) / np.float32(len(A)))


@alternative("A09.6", "two loops, two cases")
def softmax_jacobian(a):
    c = len(a)
    slopes = np.zeros((c, c))
    for i in range(c):
        for j in range(c):
            slopes[i, j] = a[i] * (1 - a[i]) if i == j else -a[i] * a[j]
    return slopes


@alternative("A09.6", "one product, single precision")
def softmax_jacobian(a):
    a = np.asarray(a, dtype=np.float32)
    return a[:, None] * (np.eye(len(a), dtype=np.float32) - a)


@alternative("A09.7", "through the Jacobian, sample by sample")
def softmax_ce_gradient(Z, Y):
    check_targets(Z, Y)
    Z = np.asarray(Z, dtype=float)
    rows = []
    for z, y in zip(Z, Y, strict=True):
        a = np.asarray(softmax(z), dtype=float)
        by_a = -np.asarray(y) / np.maximum(a, 1e-300)
        rows.append(softmax_jacobian(a).T @ by_a)
    return np.array(rows) / len(Z)


@alternative("A09.7", "one subtracted at the targets, single precision")
def softmax_ce_gradient(Z, Y):
    check_targets(Z, Y)
    gradient = softmax(np.asarray(Z, dtype=np.float32)).astype(np.float32)
    gradient -= np.asarray(Y, dtype=np.float32)
    return gradient / np.float32(len(gradient))


@alternative("A09.8", "own matrix products, moved in place")
class MultiClassNet(MultiClassNet):
    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        self.losses = np.zeros(epochs)
        p = self.params
        for epoch in range(epochs):
            for rows in minibatches(X.shape[0], batch_size, rng):
                x, y = X[rows], Y[rows]
                A1 = 1 / (1 + np.exp(-(x @ p["W1"] + p["b1"])))
                E = (softmax(A1 @ p["W2"] + p["b2"]) - y) / len(x)
                back = E @ p["W2"].T * A1 * (1 - A1)
                p["W2"] -= lr * A1.T @ E
                p["b2"] -= lr * E.sum(axis=0)
                p["W1"] -= lr * x.T @ back
                p["b1"] -= lr * back.sum(axis=0)
            A1 = 1 / (1 + np.exp(-(X @ p["W1"] + p["b1"])))
            self.losses[epoch] = cross_entropy(softmax(A1 @ p["W2"] + p["b2"]), Y)
        return self

    def predict(self, X):
        return np.array([int(np.argmax(row)) for row in softmax(self.forward(X)[1])])


@alternative("A09.8", "sample by sample, single precision")
class MultiClassNet(MultiClassNet):
    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        self.params = {name: value.astype(np.float32) for name, value in self.params.items()}
        X, Y = np.float32(X), np.float32(Y)
        self.losses = []
        for _ in range(epochs):
            for rows in minibatches(len(X), batch_size, rng):
                slopes = {name: np.zeros_like(value) for name, value in self.params.items()}
                hidden, logits = self.forward(X[rows])
                for x, y, a, z in zip(X[rows], Y[rows], hidden, logits, strict=True):
                    error = softmax(z) - y
                    back = self.params["W2"] @ error * a * (1 - a)
                    slopes["W2"] += np.outer(a, error)
                    slopes["b2"] += error
                    slopes["W1"] += np.outer(x, back)
                    slopes["b1"] += back
                for name, slope in slopes.items():
                    self.params[name] -= np.float32(lr) * slope / np.float32(len(rows))
            self.losses.append(float(cross_entropy(softmax(self.forward(X)[1]), Y)))
        return self
