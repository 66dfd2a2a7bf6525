import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a01_gradient_descent_line import predict

from numpy.typing import ArrayLike, NDArray


def encode_labels(labels: ArrayLike, positive: str | int) -> NDArray[np.float64]:
    found: NDArray[np.bool_] = np.asarray(labels) == positive
    if not np.any(found):
        raise ValueError("the positive label does not occur")
    return np.where(found, 1.0, 0.0)


def odds_and_logit(p: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    q: NDArray[np.float64] = np.array(p, dtype=np.float64)
    inside = (q > 0.0) & (q < 1.0)
    if not inside.all():
        raise ValueError("p must lie strictly between 0 and 1")
    return np.divide(q, 1.0 - q), np.log(q) - np.log1p(-q)


def sigmoid(z: ArrayLike) -> NDArray[np.float64]:
    # the sigmoid is a stretched and shifted hyperbolic tangent
    return 0.5 * (1.0 + np.tanh(0.5 * np.asarray(z, dtype=np.float64)))


def _pair(first: ArrayLike, second: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    one, two = np.asarray(first, dtype=np.float64), np.asarray(second, dtype=np.float64)
    if () not in (one.shape, two.shape) and one.shape != two.shape:
        raise ValueError("the shapes differ")
    return one, two


def binary_cross_entropy(a: ArrayLike, y: ArrayLike, eps: float = 1e-12) -> NDArray[np.float64]:
    prob, label = _pair(a, y)
    prob = np.minimum(np.maximum(prob, eps), 1.0 - eps)
    return -label * np.log(prob) - (1.0 - label) * np.log1p(-prob)


def bce_with_logits(z: ArrayLike, y: ArrayLike) -> NDArray[np.float64]:
    logit, label = _pair(z, y)
    return np.logaddexp(0.0, (1.0 - 2.0 * label) * logit)


def logistic_chain(x: ArrayLike, y: ArrayLike, w: float, b: float):
    x_, y_ = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
    a = sigmoid(w * x_ + b)
    return (a - y_) / (a * (1.0 - a)), a - a**2, 1.0 * x_, 0.0 * x_ + 1.0


def logistic_gradient(x: ArrayLike, y: float, w: ArrayLike, b: float):
    x_, w_ = np.asarray(x, dtype=np.float64), np.asarray(w, dtype=np.float64)
    if x_.shape != w_.shape:
        raise ValueError("x and w need one weight for each feature")
    error = sigmoid(w_ @ x_ + b) - y
    return error * x_, error
