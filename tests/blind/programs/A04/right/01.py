import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import binary_cross_entropy, sigmoid

from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


def linear_gradient(X: ArrayLike, y: ArrayLike, w: ArrayLike, b: float) -> tuple[Floats, float]:
    table: Floats = np.asarray(X, dtype=np.float64)
    targets: Floats = np.asarray(y, dtype=np.float64)
    if targets.ndim != 1 or targets.size != len(table):
        raise ValueError("one target for each row, in an array of shape (m,)")
    residual: Floats = table @ np.asarray(w, dtype=np.float64) + b - targets
    return table.T @ residual / len(table), float(residual.mean())


class LogisticNeuron:
    w: Floats | None
    b: float
    losses: list[float]

    def __init__(self) -> None:
        self.w, self.b, self.losses = None, 0.0, []

    def forpass(self, x: ArrayLike) -> float:
        if np.shape(x) != np.shape(self.w):
            raise ValueError("forpass takes one sample with one feature for each weight")
        return float(np.dot(np.asarray(self.w, dtype=np.float64), np.asarray(x, dtype=np.float64)) + self.b)

    def backprop(self, x: ArrayLike, err: float) -> tuple[Floats, float]:
        return np.multiply(np.asarray(x, dtype=np.float64), err), float(err)

    def fit(self, X: ArrayLike, y: ArrayLike, lr: float, epochs: int, order=None) -> "LogisticNeuron":
        table: Floats = np.array(X, dtype=np.float64)
        labels: Floats = np.array(y, dtype=np.float64).ravel()
        if labels.size != table.shape[0]:
            raise ValueError("as many labels as rows, please")
        visits: list[int] = list(range(labels.size) if order is None else map(int, order))
        self.w, self.b, self.losses = np.zeros(table.shape[1]), 0.0, []
        for _ in range(epochs):
            costs: list[float] = []
            for row, label in zip(table[visits], labels[visits]):
                a = float(sigmoid(self.forpass(row)))
                costs.append(float(binary_cross_entropy(a, label)))
                dw, db = self.backprop(row, a - label)
                self.w, self.b = self.w - lr * dw, self.b - lr * db
            self.losses.append(float(np.mean(costs)))
        return self

    def predict(self, X: ArrayLike, threshold: float = 0.5) -> NDArray[np.int64]:
        z = np.asarray(X, dtype=np.float64) @ np.asarray(self.w, dtype=np.float64) + self.b
        return np.where(sigmoid(z) >= threshold, 1, 0)


def decision_boundary(x1: ArrayLike, w: ArrayLike, b: float) -> Floats:
    slope_part, height_part = np.asarray(w, dtype=np.float64)
    if not height_part:
        raise ValueError("no x2: the boundary is upright")
    return (np.asarray(x1, dtype=np.float64) * -slope_part - b) / height_part
