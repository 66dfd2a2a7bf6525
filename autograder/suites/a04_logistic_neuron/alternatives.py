"""Correct implementations of A04 that differ from the reference in algorithm or dtype: all get full marks."""

import numpy as np
from a04_logistic_neuron import *

from autograder.checks import alternative


@alternative("A04.1", "matrix products")
def linear_gradient(X, y, w, b):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if y.ndim != 1 or y.size != X.shape[0]:
        raise ValueError("one target for each row")
    error = X @ w + b - y
    return X.T @ error / y.size, float(error.mean())


@alternative("A04.1", "one feature at a time, single precision")
def linear_gradient(X, y, w, b):
    X, y, w = np.asarray(X, np.float32), np.asarray(y, np.float32), np.asarray(w, np.float32)
    if y.shape != (len(X),):
        raise ValueError("one target for each row")
    error = sum(w[j] * X[:, j] for j in range(X.shape[1])) + np.float32(b) - y
    return np.array([np.mean(error * X[:, j]) for j in range(X.shape[1])]), np.mean(error)


@alternative("A04.2", "dot product")
class LogisticNeuron(LogisticNeuron):
    def forpass(self, x):
        x = np.asarray(x)
        if x.ndim != 1 or x.size != len(self.w):
            raise ValueError("one row, please")
        return float(np.dot(self.w, x) + self.b)


@alternative("A04.2", "a loop that starts from the bias")
class LogisticNeuron(LogisticNeuron):
    def forpass(self, x):
        if np.ndim(x) != 1:
            raise ValueError("one row, please")
        z = self.b
        for w_j, x_j in zip(self.w, x, strict=True):
            z += w_j * x_j
        return z


@alternative("A04.3", "a loop over the features")
class LogisticNeuron(LogisticNeuron):
    def backprop(self, x, err):
        return np.array([err * x_j for x_j in x]), err * 1.0


@alternative("A04.3", "single precision")
class LogisticNeuron(LogisticNeuron):
    def backprop(self, x, err):
        err = np.float32(err)
        return np.multiply(np.asarray(x, np.float32), err), err


@alternative("A04.4", "by forpass and backprop, loss from the logits once per epoch")
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        X, y = np.asarray(X, dtype=float), np.ravel(y).astype(float)
        if len(y) != len(X):
            raise ValueError("one label for each row")
        rows = np.arange(len(X)) if order is None else np.asarray(order)
        self.w, self.b = np.zeros(X.shape[1]), 0.0
        losses = np.zeros(epochs)
        for e in range(epochs):
            z = np.zeros(len(X))
            for i in rows:
                z[i] = self.forpass(X[i])
                dw, db = self.backprop(X[i], sigmoid(z[i]) - y[i])
                self.w -= lr * dw
                self.b -= lr * db
            losses[e] = np.mean(np.logaddexp(0, z) - z * y)
        self.losses = losses
        return self


@alternative("A04.4", "bias as a weight of a constant feature, single precision")
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        X, y = np.asarray(X, np.float32), np.asarray(y, np.float32).flatten()
        if y.size != X.shape[0]:
            raise ValueError("one label for each row")
        X = np.hstack([X, np.ones((len(X), 1), np.float32)])
        theta = np.zeros(X.shape[1], np.float32)
        self.losses = []
        for _ in range(epochs):
            costs = []
            for i in order if order is not None else range(len(X)):
                a = np.float32(sigmoid(np.float32(theta @ X[i])))
                costs.append(np.float32(binary_cross_entropy(a, y[i], 1e-7)))
                theta = theta - np.float32(lr) * (a - y[i]) * X[i]
            self.losses.append(np.mean(costs, dtype=np.float32))
        self.w, self.b = theta[:-1], theta[-1]
        return self


@alternative("A04.5", "threshold moved to the logits")
class LogisticNeuron(LogisticNeuron):
    def predict(self, X, threshold=0.5):
        z = np.asarray(X, dtype=float) @ self.w + self.b
        return np.where(z >= np.log(threshold / (1 - threshold)), 1, 0)


@alternative("A04.5", "row by row")
class LogisticNeuron(LogisticNeuron):
    def predict(self, X, threshold=0.5):
        return np.array([int(sigmoid(self.forpass(x)) >= threshold) for x in X])


@alternative("A04.5", "naive sigmoid in single precision")
class LogisticNeuron(LogisticNeuron):
    def predict(self, X, threshold=0.5):
        z = np.asarray(X, np.float32) @ np.asarray(self.w, np.float32) + np.float32(self.b)
        return np.int32(1 / (1 + np.exp(-z)) >= threshold)


@alternative("A04.6", "slope and intercept of the line")
def decision_boundary(x1, w, b):
    w1, w2 = (float(one) for one in w)
    if w2 == 0.0:
        raise ValueError("upright")
    slope, intercept = -w1 / w2, -b / w2
    return slope * np.asarray(x1) + intercept


@alternative("A04.6", "point by point, single precision")
def decision_boundary(x1, w, b):
    if not w[1]:
        raise ValueError("upright")
    w, b = np.asarray(w, np.float32), np.float32(b)
    if np.ndim(x1) == 0:
        return (-b - w[0] * np.float32(x1)) / w[1]
    return np.array([(-b - w[0] * np.float32(one)) / w[1] for one in x1])
