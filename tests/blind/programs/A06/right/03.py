"""Regularization with type hints, match and a named tuple."""
from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
import autograder.notebook
from a03_sigmoid_cross_entropy import binary_cross_entropy, sigmoid

Numbers = float | np.ndarray


class Parameters(NamedTuple):
    w: np.ndarray
    b: float


def l1_norm(w: np.ndarray) -> float:
    return math.fsum(abs(float(v)) for v in np.ravel(w))


def l2_norm(w: np.ndarray) -> float:
    return math.sqrt(math.fsum(float(v) ** 2 for v in np.ravel(w)))


def regularized_loss(a: Numbers, y: Numbers, w: np.ndarray, l1: float = 0.0, l2: float = 0.0) -> float:
    if np.shape(a) != np.shape(y):
        raise ValueError(f"a is of shape {np.shape(a)}, y of shape {np.shape(y)}")
    data: float = float(np.mean(binary_cross_entropy(a, y)))
    penalty: float = l1 * l1_norm(w) + l2 * l2_norm(w) ** 2 / 2
    return data + penalty


def l1_gradient(w: Numbers, strength: float) -> Numbers:
    w = np.asarray(w, dtype=float)
    return np.select([w > 0, w < 0], [float(strength), -float(strength)], 0.0)


def l2_gradient(w: Numbers, strength: float) -> Numbers:
    return np.multiply(w, strength, dtype=float)


def regularized_update(
    x: np.ndarray,
    y: Numbers,
    w: np.ndarray,
    b: float,
    lr: float,
    l1: float = 0.0,
    l2: float = 0.0,
) -> Parameters:
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    w = np.asarray(w, dtype=float)
    match x.shape, y.shape:
        case (_,), ():
            x, y = x[np.newaxis], y[np.newaxis]
        case (m, _), (k,) if m == k:
            pass
        case samples, labels:
            raise ValueError(f"samples {samples}, labels {labels}")
    error = sigmoid(x @ w + b) - y
    dw = x.T @ error / len(x) + l1_gradient(w, l1) + l2_gradient(w, l2)
    return Parameters(w - lr * dw, float(b - lr * error.mean()))


class RegularizedNeuron:
    def __init__(self) -> None:
        self.w: np.ndarray | None = None
        self.b: float = 0.0
        self.losses: list[float] = []

    def fit(
        self, X: np.ndarray, y: np.ndarray, lr: float, steps: int, l1: float = 0.0, l2: float = 0.0
    ) -> RegularizedNeuron:
        X = np.asarray(X, dtype=float)
        now = Parameters(np.zeros(X.shape[1]), 0.0)
        losses: list[float] = []
        for _ in range(steps):
            now = regularized_update(X, y, *now, lr, l1=l1, l2=l2)
            losses.append(regularized_loss(sigmoid(X @ now.w + now.b), y, now.w, l1=l1, l2=l2))
        self.w, self.b = now
        self.losses = losses
        return self

    def predict(self, X):
        return (np.sum(self.w * X, axis=1) + self.b >= 0).astype(int)
