"""A09, with types."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from typing import NamedTuple

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import sigmoid
from a07_matrix_form import forward as linear_forward
from a07_matrix_form import linear_backward

SUM_TOLERANCE = 1e-6


class Forward(NamedTuple):
    A1: np.ndarray
    Z2: np.ndarray


@dataclass(frozen=True)
class Gradients:
    W1: np.ndarray
    b1: np.ndarray
    W2: np.ndarray
    b2: np.ndarray


class Batches(list):
    """A list of batches that prints as their sizes."""

    def __repr__(self) -> str:
        return f"Batches of {[len(batch) for batch in self]}"


def minibatches(m: int, batch_size: int, rng: np.random.Generator | None = None) -> Batches:
    order = np.arange(m, dtype=np.int32)
    if rng is not None:
        rng.shuffle(order)
    cuts = range(batch_size, m, batch_size)
    return Batches(np.split(order, cuts)) if m else Batches()


def inverse_sigmoid(a: float | np.ndarray) -> np.ndarray:
    a = np.array(a, dtype=np.float64)
    if not np.all((0 < a) & (a < 1)):
        raise ValueError("only numbers strictly between 0 and 1 have a logit")
    # an array without axes for a number
    return np.asarray(np.log(a) - np.log1p(-a))


def softmax(Z: np.ndarray) -> np.ndarray:
    shifted = np.array(Z, dtype=np.float64)
    shifted -= np.max(shifted, axis=-1, keepdims=True)
    np.exp(shifted, out=shifted)
    shifted /= np.sum(shifted, axis=-1, keepdims=True)
    return shifted


def one_hot(labels: np.ndarray, c: int) -> np.ndarray:
    labels = np.asarray(labels)
    if labels.size and not 0 <= labels.min() <= labels.max() < c:
        raise ValueError(f"labels run from {labels.min()} to {labels.max()}, allowed is 0 to {c - 1}")
    return (labels[:, np.newaxis] == np.arange(c)).astype(np.float64)


def check_targets(outputs: np.ndarray, Y: np.ndarray) -> None:
    if np.shape(outputs) != np.shape(Y):
        raise ValueError(f"outputs have shape {np.shape(outputs)} but Y has {np.shape(Y)}")
    if np.any(np.abs(np.sum(Y, axis=-1) - 1) > SUM_TOLERANCE):
        raise ValueError("every row of Y must add up to 1")


def cross_entropy(A: np.ndarray, Y: np.ndarray, eps: float = 1e-12) -> np.float64:
    check_targets(A, Y)
    logs = np.log(np.clip(np.asarray(A, dtype=np.float64), eps, 1 - eps))
    return np.float64(-np.vdot(np.asarray(Y, dtype=np.float64), logs) / len(logs))


def softmax_jacobian(a: np.ndarray) -> np.ndarray:
    a = np.asarray(a, dtype=np.float64)
    return a[:, np.newaxis] * (np.identity(len(a)) - a)


def softmax_ce_gradient(Z: np.ndarray, Y: np.ndarray) -> np.ndarray:
    check_targets(Z, Y)
    difference = softmax(Z)
    difference -= Y
    return difference / np.float64(np.shape(Z)[0])


class MultiClassNet:
    def __init__(self, params):
        self.params = {name: np.array(value, dtype=float) for name, value in params.items()}
        self.losses: list[np.float64] = []

    def forward(self, X: np.ndarray) -> Forward:
        A1 = sigmoid(linear_forward(X, self.params["W1"], self.params["b1"]))
        return Forward(A1, linear_forward(A1, self.params["W2"], self.params["b2"]))

    def _gradients(self, X: np.ndarray, Y: np.ndarray) -> Gradients:
        cache = self.forward(X)
        dA1, dW2, db2 = linear_backward(
            cache.A1, self.params["W2"], softmax_ce_gradient(cache.Z2, Y)
        )
        _, dW1, db1 = linear_backward(X, self.params["W1"], dA1 * cache.A1 * (1 - cache.A1))
        return Gradients(W1=dW1, b1=db1, W2=dW2, b2=db2)

    def _epoch(self, X, Y, batch_size, rng) -> Iterator[Gradients]:
        for rows in minibatches(len(X), batch_size, rng):
            yield self._gradients(X[rows], Y[rows])

    def fit(self, X, Y, lr, batch_size, epochs, rng=None) -> MultiClassNet:
        self.losses = []
        for _ in range(epochs):
            # the generator works out a batch's gradients only when it is asked for them
            for gradients in self._epoch(X, Y, batch_size, rng):
                for name, slope in vars(gradients).items():
                    self.params[name] = self.params[name] - lr * slope
            self.losses.append(cross_entropy(softmax(self.forward(X).Z2), Y))
        return self

    def predict(self, X: np.ndarray) -> np.ndarray:
        return np.argmax(softmax(self.forward(X).Z2), axis=-1).astype(np.int16)


if __name__ == "__main__":
    import figures

    figures.softmax_examples(sys.modules[__name__])
    figures.digits(sys.modules[__name__])
