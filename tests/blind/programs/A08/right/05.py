import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import binary_cross_entropy, sigmoid
from typing import NamedTuple


class Grads(NamedTuple):
    W: np.ndarray
    b: np.ndarray


class SigmoidLayer:
    """One layer: product, bias, sigmoid."""

    def __init__(self, W, b):
        self.W = np.array(W, dtype=float)
        self.b = np.array(b, dtype=float)

    def __call__(self, inputs):
        self.inputs = np.array(inputs, dtype=float)
        self.Z = np.matmul(self.inputs, self.W) + self.b
        self.A = sigmoid(self.Z)
        return self.A

    def slopes(self, dZ):
        return Grads(np.matmul(self.inputs.T, dZ), np.matmul(np.ones((1, len(dZ))), dZ))

    def below(self, dZ):
        return np.matmul(dZ, self.W.T)

    def move(self, grads, lr):
        self.W = self.W - lr * grads.W
        self.b = self.b - lr * grads.b


def layers_of(params):
    return [SigmoidLayer(params["W" + number], params["b" + number]) for number in "12"]


def init_params(n, k, rng, out=1):
    sizes = [n, k, out]
    params = {}
    for number, (rows, columns) in enumerate(zip(sizes, sizes[1:]), start=1):
        params[f"W{number}"] = rng.standard_normal(size=(rows, columns))
        params[f"b{number}"] = np.zeros(columns).reshape(1, -1)
    return params


def forward(params, X):
    first, second = layers_of(params)
    second(first(X))
    return {"Z1": first.Z, "A1": first.A, "Z2": second.Z, "A2": second.A}


def output_delta(A2, Y):
    match np.shape(A2), np.shape(Y):
        case [one, other] if one == other:
            return (np.array(A2, dtype=float) - np.array(Y, dtype=float)) / one[0]
        case [one, other]:
            raise ValueError(f"outputs {one}, targets {other}")


def output_grads(A1, dZ2):
    layer = SigmoidLayer(np.zeros((np.shape(A1)[1], np.shape(dZ2)[1])), np.zeros((1, np.shape(dZ2)[1])))
    layer(A1)
    return layer.slopes(np.array(dZ2, dtype=float))


def hidden_delta(dZ2, W2, A1):
    arriving = SigmoidLayer(W2, 0.0).below(np.array(dZ2, dtype=float))
    A1 = np.array(A1, dtype=float)
    arriving *= A1
    arriving *= 1 - A1
    return arriving


def backward(params, cache, X, Y):
    first, second = layers_of(params)
    first.inputs = np.array(X, dtype=float)
    second.inputs = np.array(cache["A1"], dtype=float)
    top = output_delta(cache["A2"], Y)
    outer = second.slopes(top)
    inner = first.slopes(hidden_delta(top, second.W, second.inputs))
    return {"W1": inner.W, "b1": inner.b, "W2": outer.W, "b2": outer.b}


class TwoLayerNet:
    def __init__(self, params):
        self.params = {name: np.array(value, dtype=float) for name, value in params.items()}
        self.losses = []

    def fit(self, X, Y, lr, epochs):
        first, second = layers_of(self.params)
        self.losses = []
        second(first(X))
        for _ in range(epochs):
            top = (second.A - Y) / len(Y)
            inner = first.slopes(second.below(top) * first.A * (1 - first.A))
            outer = second.slopes(top)
            first.move(inner, lr)
            second.move(outer, lr)
            outputs = second(first(X))
            self.losses.append(float(np.mean(binary_cross_entropy(outputs, Y))))
        self.params = {"W1": first.W, "b1": first.b, "W2": second.W, "b2": second.b}
        return self

    def predict(self, X):
        return (forward(self.params, X)["A2"] >= 0.5).astype(int)


class Affine(NamedTuple):
    W: np.ndarray
    b: np.ndarray

    def then(self, other):
        return Affine(np.matmul(self.W, other.W), np.matmul(self.b, other.W) + other.b)


def collapse_linear(W1, b1, W2, b2):
    return Affine(W1, b1).then(Affine(W2, b2))
