"""A08: a network of two layers, typed."""

from __future__ import annotations

import sys
from collections import OrderedDict
from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import binary_cross_entropy, sigmoid

Arrays = OrderedDict[str, np.ndarray]


class Name(str, Enum):
    """The names of the parameters. A Name is a str, so params["W1"] and params[Name.W1] are one."""

    W1 = "W1"
    b1 = "b1"
    W2 = "W2"
    b2 = "b2"


class LayerGradients(NamedTuple):
    dW: np.ndarray
    db: np.ndarray


class LinearLayer(NamedTuple):
    W: np.ndarray
    b: np.ndarray

    def __matmul__(self, other: LinearLayer) -> LinearLayer:
        """One layer after the other."""
        return LinearLayer(self.W @ other.W, self.b @ other.W + other.b)


def init_params(n: int, k: int, rng: np.random.Generator, out: int = 1) -> Arrays:
    shapes = {Name.W1: (n, k), Name.b1: (1, k), Name.W2: (k, out), Name.b2: (1, out)}
    params: Arrays = OrderedDict()
    for name, shape in shapes.items():
        match name:
            case Name.W1 | Name.W2:
                params[name] = rng.standard_normal(shape)
            case _:
                params[name] = np.zeros(shape, dtype=np.float64)
    return params


def forward(params: Mapping[str, np.ndarray], X: np.ndarray) -> Arrays:
    cache: Arrays = OrderedDict()
    signal = np.asarray(X, dtype=np.float64)
    for layer in "12":
        cache["Z" + layer] = signal @ params["W" + layer] + params["b" + layer]
        cache["A" + layer] = signal = sigmoid(cache["Z" + layer])
    return cache


def output_delta(A2: np.ndarray, Y: np.ndarray) -> np.ndarray:
    if (got := np.shape(Y)) != (want := np.shape(A2)):
        raise ValueError(f"Y has shape {got}, but the outputs have {want}")
    return np.subtract(A2, Y, dtype=np.float64) / want[0]


def output_grads(A1: np.ndarray, dZ2: np.ndarray) -> LayerGradients:
    return LayerGradients(dW=np.matmul(A1.T, dZ2), db=np.sum(dZ2, axis=0, keepdims=True))


def hidden_delta(dZ2: np.ndarray, W2: np.ndarray, A1: np.ndarray) -> np.ndarray:
    dA1: np.ndarray = np.matmul(dZ2, W2.T)
    return dA1 * (A1 - np.square(A1))


def backward(
    params: Mapping[str, np.ndarray], cache: Mapping[str, np.ndarray], X: np.ndarray, Y: np.ndarray
) -> Arrays:
    second = output_grads(cache["A1"], dZ2 := output_delta(cache["A2"], Y))
    first = output_grads(np.asarray(X), hidden_delta(dZ2, params["W2"], cache["A1"]))
    return OrderedDict(zip(Name, (*first, *second)))


class TwoLayerNet:
    params: dict[str, np.ndarray]
    losses: list[np.float64]

    def __init__(self, params):
        self.params = {name: np.array(value, dtype=float) for name, value in params.items()}
        self.losses = []

    def fit(self, X: np.ndarray, Y: np.ndarray, lr: float, epochs: int) -> TwoLayerNet:
        self.losses = []
        cache = forward(self.params, X)
        for _ in range(epochs):
            grads = backward(self.params, cache, X, Y)
            self.params = OrderedDict(
                (name, value - lr * grads[name]) for name, value in self.params.items()
            )
            cache = forward(self.params, X)
            self.losses.append(np.mean(binary_cross_entropy(cache["A2"], Y), dtype=np.float64))
        return self

    def predict(self, X: np.ndarray) -> np.ndarray:
        return (forward(self.params, X)["A2"] >= 0.5).astype(int)


def collapse_linear(W1, b1, W2, b2) -> LinearLayer:
    return LinearLayer(W1, b1) @ LinearLayer(W2, b2)


if __name__ == "__main__":
    import figures

    figures.xor(sys.modules[__name__])
    figures.playground(sys.modules[__name__])
