import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import bce_with_logits, sigmoid
from a06_regularization import l1_gradient, l2_gradient


def matmul_shape(a, b):
    return (a[0], b[1]) if a[1] == b[0] else refuse(f"{a} and {b} do not fit")


def refuse(message):
    raise ValueError(message)


def dot(u, v):
    return sum(float(s) * float(t) for s, t in zip(u, v, strict=True))


def table(rows, m, k):
    return np.array(rows, dtype=float).reshape(m, k)


def columns(M):
    return [M[:, j] for j in range(M.shape[1])]


def forward(X, W, b):
    rows = [[dot(x, w) + float(c) for w, c in zip(columns(W), b[0])] for x in X]
    return table(rows, X.shape[0], W.shape[1])


def weight_gradient(X, err):
    m = X.shape[0]
    if err.ndim != 2 or err.shape[0] != m:
        refuse("err must be a matrix with the rows of X")
    rows = [[dot(x, e) / m for e in columns(err)] for x in columns(X)]
    return table(rows, X.shape[1], err.shape[1])


def linear_backward(X, W, dZ):
    (m, n), k = X.shape, W.shape[1]
    dX = table([[dot(g, w) for w in W] for g in dZ], m, n)
    dW = table([[dot(x, g) for g in columns(dZ)] for x in columns(X)], n, k)
    db = table([sum(map(float, g)) for g in columns(dZ)], 1, k)
    return dX, dW, db


def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    m = X.shape[0]
    if Y.shape != (m, 1):
        refuse("Y must have shape (m, 1)")
    z = np.array(X, dtype=float).dot(np.array(W, dtype=float)).ravel() + float(b[0, 0])
    err = sigmoid(z) - Y.ravel()
    old = [float(w) for w in W.ravel()]
    data = [float((x * err).sum()) / m for x in columns(X)]
    sign = [(w > 0) - (w < 0) for w in old]
    new = [w - lr * (d + l1 * s + l2 * w) for w, d, s in zip(old, data, sign)]
    return table(new, len(old), 1), table([float(b[0, 0]) - lr * float(err.sum()) / m], 1, 1)


class BatchLogistic:
    def __init__(self):
        self.W = None
        self.b = None
        self.losses = []
        self.val_losses = []

    def fit(self, X, Y, X_val, Y_val, lr, epochs):
        states = [(np.zeros((X.shape[1], 1)), np.zeros((1, 1)))]
        for _ in range(epochs):
            states.append(batch_update(X, Y, *states[-1], lr))
        self.W, self.b = states[-1]
        self.losses = [self._cost(X, Y, W, b) for W, b in states[1:]]
        self.val_losses = [self._cost(X_val, Y_val, W, b) for W, b in states[1:]]
        return self

    @staticmethod
    def _cost(X, Y, W, b):
        costs = bce_with_logits(X @ W + b, Y)
        return float(costs.sum()) / costs.size

    def predict(self, X):
        return (forward(X, self.W, self.b) >= 0).astype(int)
