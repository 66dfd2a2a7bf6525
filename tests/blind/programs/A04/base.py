import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import binary_cross_entropy, sigmoid


def linear_gradient(X, y, w, b):
    X = np.asarray(X, dtype=float)
    y = np.asarray(y, dtype=float)
    w = np.asarray(w, dtype=float)
    m = X.shape[0]
    if y.shape != (m,):
        raise ValueError(f"y has shape {y.shape}, not ({m},)")
    error = np.sum(w * X, axis=1) + b - y
    dw = np.sum(error.reshape(m, 1) * X, axis=0) / m
    db = np.sum(error) / m
    return dw, db


class LogisticNeuron:
    def __init__(self):
        self.w = None
        self.b = 0.0
        self.losses = []

    def forpass(self, x):
        x = np.asarray(x, dtype=float)
        w = np.asarray(self.w, dtype=float)
        if x.shape != w.shape:
            raise ValueError(f"x has shape {x.shape}, w has {w.shape}")
        return np.sum(w * x) + self.b

    def backprop(self, x, err):
        dw = err * np.asarray(x, dtype=float)
        db = err
        return dw, db

    def fit(self, X, y, lr, epochs, order=None):
        X = np.asarray(X, dtype=float)
        y = np.asarray(y, dtype=float).reshape(-1)
        m, n = X.shape
        if len(y) != m:
            raise ValueError(f"{len(y)} labels for {m} rows")
        order = range(m) if order is None else list(order)
        self.w = np.zeros(n)
        self.b = 0.0
        self.losses = []
        for _ in range(epochs):
            total = 0.0
            for i in order:
                a = sigmoid(np.sum(self.w * X[i]) + self.b)
                total += float(binary_cross_entropy(a, y[i]))
                err = a - y[i]
                self.w = self.w - lr * err * X[i]
                self.b = self.b - lr * err
            self.losses.append(total / m)
        return self

    def predict(self, X, threshold=0.5):
        X = np.asarray(X, dtype=float)
        w = np.asarray(self.w, dtype=float)
        a = sigmoid(np.sum(w * X, axis=1) + self.b)
        return (a >= threshold).astype(int)


def decision_boundary(x1, w, b):
    x1 = np.asarray(x1, dtype=float)
    w = np.asarray(w, dtype=float)
    if w[1] == 0:
        raise ValueError("the boundary is upright")
    return -(w[0] * x1 + b) / w[1]
