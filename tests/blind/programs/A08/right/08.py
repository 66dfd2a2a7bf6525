import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import binary_cross_entropy, sigmoid
from dataclasses import dataclass
from functools import wraps


@dataclass
class Pass:
    Z1: np.ndarray
    A1: np.ndarray
    Z2: np.ndarray
    A2: np.ndarray


def on_copies(function):
    """Hand float copies of all arrays to the function, inside of dicts too."""

    def copied(value):
        if isinstance(value, dict):
            return {name: copied(entry) for name, entry in value.items()}
        return np.array(value, dtype=float)

    @wraps(function)
    def wrapper(*args, **kwargs):
        return function(*map(copied, args), **{name: copied(value) for name, value in kwargs.items()})

    return wrapper


def init_params(n, k, rng, out=1):
    seeds = iter(rng.normal, None)
    W1 = np.fromiter(seeds, dtype=float, count=n * k).reshape((n, k))
    W2 = np.fromiter(seeds, dtype=float, count=k * out).reshape((k, out))
    return {"W1": W1, "b1": 0.0 * np.ones((1, k)), "W2": W2, "b2": 0.0 * np.ones((1, out))}


@on_copies
def forward(params, X):
    A1 = sigmoid(Z1 := np.dot(X, params["W1"]) + params["b1"])
    A2 = sigmoid(Z2 := np.dot(A1, params["W2"]) + params["b2"])
    return vars(Pass(Z1, A1, Z2, A2))


@on_copies
def output_delta(A2, Y):
    if (shape := A2.shape) != Y.shape:
        raise ValueError(f"{shape} against {Y.shape}")
    return (A2 - Y) * (1.0 / shape[0])


@on_copies
def output_grads(A1, dZ2):
    return np.tensordot(A1, dZ2, axes=([0], [0])), np.add.reduce(dZ2, axis=0, keepdims=True)


@on_copies
def hidden_delta(dZ2, W2, A1):
    slope = A1 * (1.0 - A1)
    return np.tensordot(dZ2, W2, axes=([1], [1])) * slope


@on_copies
def backward(params, cache, X, Y):
    kept = Pass(**cache)
    W2, b2 = output_grads(kept.A1, dZ2 := output_delta(kept.A2, Y))
    W1, b1 = output_grads(X, hidden_delta(dZ2, params["W2"], kept.A1))
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def training(params, X, Y, lr):
    """Yield parameters and outputs after each epoch, for ever."""
    kept = forward(params, X)
    while True:
        grads = backward(params, kept, X, Y)
        params = {name: value - lr * grads[name] for name, value in params.items()}
        kept = forward(params, X)
        yield params, kept["A2"]


class TwoLayerNet:
    def __init__(self, params):
        self.params = {name: np.array(value, dtype=float) for name, value in params.items()}
        self.losses = []

    def fit(self, X, Y, lr, epochs):
        self.losses = []
        for _, (self.params, A2) in zip(range(epochs), training(self.params, X, Y, lr)):
            self.losses.append(float(np.mean(binary_cross_entropy(A2, Y))))
        return self

    def predict(self, X):
        return (forward(self.params, X)["A2"] >= 0.5).astype(int)


@on_copies
def collapse_linear(W1, b1, W2, b2):
    b2 += b1.dot(W2)
    return W1.dot(W2), b2
