from __future__ import annotations

import sys
from typing import Any, Iterator

import numpy as np
import autograder.notebook
from a03_sigmoid_cross_entropy import sigmoid
from a07_matrix_form import forward as linear_forward
from a07_matrix_form import linear_backward

Array = np.ndarray[Any, Any]


def minibatches(m: int, batch_size: int, rng: np.random.Generator | None = None) -> list[Array]:
    match rng:
        case None:
            order = np.arange(m)
        case _:
            order = rng.choice(m, size=m, replace=False)

    def pieces(rest: Array) -> Iterator[Array]:
        while (piece := rest[:batch_size]).size:
            yield piece
            rest = rest[batch_size:]

    return list(pieces(order))


def inverse_sigmoid(a: float | Array) -> float | Array:
    p = np.asarray(a, dtype=float)
    if (bad := p[(p <= 0) | (p >= 1)]).size:
        raise ValueError(f"{bad.size} entries are not between 0 and 1")
    z = -np.log(1 / p - 1)
    return float(z) if z.ndim == 0 else z


def softmax(Z: Array) -> Array:
    match (logits := np.asarray(Z, dtype=float)).ndim:
        case 1:
            return softmax(logits[np.newaxis])[0]
        case _:
            top = logits.max(1, keepdims=True)
            return (e := np.exp(logits - top)) / e.sum(1, keepdims=True)


def one_hot(labels: Array, c: int) -> Array:
    classes = np.asarray(labels)
    if (wrong := (classes < 0) | (classes >= c)).any():
        raise ValueError(f"labels out of range: {classes[wrong]}")
    targets = np.zeros(classes.size * c, dtype=float)
    targets[np.arange(classes.size) * c + classes.astype(np.int64)] = 1.0
    return targets.reshape(classes.size, c)


def check_targets(outputs, Y):
    if np.shape(outputs) != np.shape(Y):
        raise ValueError(f"outputs have shape {np.shape(outputs)} but Y has {np.shape(Y)}")
    if np.any(np.abs(np.sum(Y, axis=-1) - 1) > 1e-6):
        raise ValueError("every row of Y must add up to 1")


def cross_entropy(A: Array, Y: Array, eps: float = 1e-12) -> float:
    check_targets(A, Y)
    safe = np.clip(A, eps, 1 - eps, dtype=float)
    return float(np.average(np.sum(-np.log(safe) * Y, axis=-1)))


def softmax_jacobian(a: Array) -> Array:
    p = np.asarray(a, dtype=float)
    return np.array([[p_i * ((i == j) - p_j) for j, p_j in enumerate(p)] for i, p_i in enumerate(p)])


def softmax_ce_gradient(Z: Array, Y: Array) -> Array:
    check_targets(Z, Y)
    return (1 / (m := len(Z))) * softmax(Z) - np.asarray(Y, dtype=float) / m


class MultiClassNet:
    params: dict[str, Array]
    losses: list[float]

    def __init__(self, params):
        self.params = {name: np.array(value, dtype=float) for name, value in params.items()}
        self.losses = []

    def forward(self, X):
        A1 = sigmoid(linear_forward(X, self.params["W1"], self.params["b1"]))
        return A1, linear_forward(A1, self.params["W2"], self.params["b2"])

    def fit(
        self,
        X: Array,
        Y: Array,
        lr: float,
        batch_size: int,
        epochs: int,
        rng: np.random.Generator | None = None,
    ) -> MultiClassNet:
        def step(x: Array, y: Array) -> None:
            W1, b1, W2, b2 = (self.params[name] for name in ("W1", "b1", "W2", "b2"))
            A1, Z2 = self.forward(x)
            dZ2 = softmax_ce_gradient(Z2, y)
            dZ1 = (dZ2 @ W2.T) * A1 * (1 - A1)
            self.params = {
                "W1": W1 - lr * (x.T @ dZ1),
                "b1": b1 - lr * dZ1.sum(axis=0, keepdims=True),
                "W2": W2 - lr * (A1.T @ dZ2),
                "b2": b2 - lr * dZ2.sum(axis=0, keepdims=True),
            }

        def epoch() -> float:
            for rows in minibatches(len(X), batch_size, rng):
                step(X[rows], Y[rows])
            return float(cross_entropy(softmax(self.forward(X)[1]), Y))

        self.losses = [epoch() for _ in range(epochs)]
        return self

    def predict(self, X: Array) -> Array:
        return np.argmax(self.forward(X)[1], axis=-1).astype(int)
