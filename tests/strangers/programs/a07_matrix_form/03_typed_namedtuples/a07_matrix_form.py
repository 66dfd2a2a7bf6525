"""A07, logistic regression in matrix form."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import bce_with_logits, sigmoid
from a06_regularization import l1_gradient, l2_gradient

Matrix = npt.NDArray[np.float64]


class Shape(NamedTuple):
    rows: int
    columns: int


class LinearGradients(NamedTuple):
    dX: Matrix
    dW: Matrix
    db: Matrix


class Parameters(NamedTuple):
    W: Matrix
    b: Matrix


def _matrix(values: npt.ArrayLike) -> Matrix:
    """A float copy, so that neither integers nor the caller's array can surprise us."""
    return np.array(values, dtype=np.float64)


def matmul_shape(a: tuple[int, int], b: tuple[int, int]) -> Shape:
    left, right = Shape(*a), Shape(*b)
    if left.columns != right.rows:
        raise ValueError(f"{tuple(left)} @ {tuple(right)}: {left.columns} != {right.rows}")
    return Shape(rows=left.rows, columns=right.columns)


def forward(X: npt.ArrayLike, W: npt.ArrayLike, b: npt.ArrayLike) -> Matrix:
    return np.add(np.matmul(_matrix(X), _matrix(W)), _matrix(b))


def weight_gradient(X: npt.ArrayLike, err: npt.ArrayLike) -> Matrix:
    X, err = _matrix(X), _matrix(err)
    if err.ndim != 2:
        raise ValueError(f"err must be a matrix, not an array of {err.ndim} dimension(s)")
    if err.shape[0] != X.shape[0]:
        raise ValueError(f"{X.shape[0]} samples, but {err.shape[0]} errors")
    return np.matmul(X.T, err) / Shape(*X.shape).rows


def linear_backward(X: npt.ArrayLike, W: npt.ArrayLike, dZ: npt.ArrayLike) -> LinearGradients:
    X, W, dZ = _matrix(X), _matrix(W), _matrix(dZ)
    return LinearGradients(dX=dZ @ W.T, dW=X.T @ dZ, db=dZ.sum(axis=0)[np.newaxis, :])


def batch_update(
    X: npt.ArrayLike,
    Y: npt.ArrayLike,
    W: npt.ArrayLike,
    b: npt.ArrayLike,
    lr: float,
    l1: float = 0.0,
    l2: float = 0.0,
) -> Parameters:
    X, Y, now = _matrix(X), _matrix(Y), Parameters(_matrix(W), _matrix(b))
    if Y.shape != (X.shape[0], 1):
        raise ValueError(f"Y must have shape {(X.shape[0], 1)}, not {Y.shape}")
    err: Matrix = sigmoid(forward(X, *now)) - Y
    slope = Parameters(
        W=weight_gradient(X, err) + l1_gradient(now.W, l1) + l2_gradient(now.W, l2),
        b=err.mean(axis=0, keepdims=True),
    )
    return Parameters(*(value - lr * step for value, step in zip(now, slope)))


@dataclass
class BatchLogistic:
    W: Matrix | None = None
    b: Matrix | None = None
    losses: list[float] = field(default_factory=list)
    val_losses: list[float] = field(default_factory=list)

    def fit(self, X, Y, X_val, Y_val, lr: float, epochs: int) -> BatchLogistic:
        self.W, self.b = Parameters(np.zeros((np.shape(X)[1], 1)), np.zeros((1, 1)))
        self.losses, self.val_losses = [], []
        for _ in range(epochs):
            self.W, self.b = batch_update(X, Y, self.W, self.b, lr)
            self.losses.append(self._loss(X, Y))
            self.val_losses.append(self._loss(X_val, Y_val))
        return self

    def _loss(self, X, Y) -> np.float64:
        return np.float64(np.mean(bce_with_logits(forward(X, self.W, self.b), Y)))

    def predict(self, X) -> npt.NDArray[np.int_]:
        return (forward(X, self.W, self.b) >= 0).astype(int)


if __name__ == "__main__":
    import figures

    figures.loop_against_matrix(sys.modules[__name__])
    figures.learning_curves(sys.modules[__name__])
