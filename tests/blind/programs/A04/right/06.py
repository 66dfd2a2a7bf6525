from dataclasses import dataclass, field
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import binary_cross_entropy, sigmoid


def linear_gradient(X, y, w, b):
    X = np.asarray(X)
    m = len(X)
    if not (np.ndim(y) == 1 and len(y) == m):
        raise ValueError("y needs the shape (m,)")
    errors = [sum(float(wj) * float(xj) for wj, xj in zip(w, row)) + b - float(t) for row, t in zip(X, y)]
    dw = np.array([sum(e * float(v) for e, v in zip(errors, column)) / m for column in X.T])
    return dw, sum(errors) / m


@dataclass
class LogisticNeuron:
    w: object = None
    b: float = 0.0
    losses: list = field(default_factory=list)

    def _sum(self, x):
        return (np.asarray(self.w, dtype=float) * x).sum() + self.b

    def forpass(self, x):
        x = np.asarray(x, dtype=float)
        if x.shape != np.shape(self.w):
            raise ValueError("that is not one sample for this neuron")
        return self._sum(x)

    def backprop(self, x, err):
        return np.array([err * float(v) for v in x]), err

    def fit(self, X, y, lr, epochs, order=None):
        samples = [np.array(row, dtype=float) for row in X]
        labels = [float(v) for v in np.asarray(y).flat]
        if len(samples) != len(labels):
            raise ValueError(f"{len(samples)} rows, {len(labels)} labels")
        self.__init__(w=np.zeros(np.shape(X)[1]))
        pairs = [(samples[i], labels[i]) for i in (order if order is not None else range(len(labels)))]
        while len(self.losses) < epochs:
            self.losses.append(self._epoch(pairs, lr))
        return self

    def _epoch(self, pairs, lr):
        total = 0.0
        for x, label in pairs:
            a = sigmoid(self._sum(x))
            total += float(binary_cross_entropy(a, label))
            self.w, self.b = self.w - lr * (a - label) * x, self.b - lr * (a - label)
        return total / len(pairs)

    def predict(self, X, threshold=0.5):
        X = np.asarray(X, dtype=float)
        classes = np.zeros(X.shape[0], dtype=np.int64)
        classes[sigmoid((X * np.asarray(self.w, dtype=float)).sum(axis=1) + self.b) >= threshold] = 1
        return classes


def decision_boundary(x1, w, b):
    first, second = float(w[0]), float(w[1])
    try:
        inverse = 1.0 / second
    except ZeroDivisionError:
        raise ValueError("the boundary is upright") from None
    if np.isinf(inverse):
        return -(first * np.asarray(x1, dtype=float) + b) / second
    return -(first * np.asarray(x1, dtype=float) + b) * inverse
