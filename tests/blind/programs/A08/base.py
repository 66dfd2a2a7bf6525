"""A08: a network of two layers."""
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import binary_cross_entropy, sigmoid


def as_floats(*arrays):
    return [np.asarray(array, dtype=float) for array in arrays]


def init_params(n, k, rng, out=1):
    return {
        "W1": rng.normal(size=(n, k)),
        "b1": np.zeros((1, k)),
        "W2": rng.normal(size=(k, out)),
        "b2": np.zeros((1, out)),
    }


def forward(params, X):
    X, W1, b1, W2, b2 = as_floats(X, params["W1"], params["b1"], params["W2"], params["b2"])
    Z1 = X @ W1 + b1
    A1 = sigmoid(Z1)
    Z2 = A1 @ W2 + b2
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def output_delta(A2, Y):
    A2, Y = as_floats(A2, Y)
    if A2.shape != Y.shape:
        raise ValueError(f"shapes differ: {A2.shape} and {Y.shape}")
    return (A2 - Y) / Y.shape[0]


def output_grads(A1, dZ2):
    A1, dZ2 = as_floats(A1, dZ2)
    dW2 = A1.T @ dZ2
    db2 = dZ2.sum(axis=0, keepdims=True)
    return dW2, db2


def hidden_delta(dZ2, W2, A1):
    dZ2, W2, A1 = as_floats(dZ2, W2, A1)
    return (dZ2 @ W2.T) * A1 * (1 - A1)


def backward(params, cache, X, Y):
    X = np.asarray(X, dtype=float)
    dZ2 = output_delta(cache["A2"], Y)
    dW2, db2 = output_grads(cache["A1"], dZ2)
    dZ1 = hidden_delta(dZ2, params["W2"], cache["A1"])
    dW1 = X.T @ dZ1
    db1 = dZ1.sum(axis=0, keepdims=True)
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}


class TwoLayerNet:
    """A network of two layers with one output unit, trained by full-batch descent."""

    def __init__(self, params):
        self.params = {name: np.array(value, dtype=float) for name, value in params.items()}
        self.losses = []

    def fit(self, X, Y, lr, epochs):
        X, Y = as_floats(X, Y)
        self.losses = []
        cache = forward(self.params, X)
        for _ in range(epochs):
            grads = backward(self.params, cache, X, Y)
            self.params = {name: value - lr * grads[name] for name, value in self.params.items()}
            cache = forward(self.params, X)
            self.losses.append(float(np.mean(binary_cross_entropy(cache["A2"], Y))))
        return self

    def predict(self, X):
        return (forward(self.params, X)["A2"] >= 0.5).astype(int)


def collapse_linear(W1, b1, W2, b2):
    W1, b1, W2, b2 = as_floats(W1, b1, W2, b2)
    return W1 @ W2, b1 @ W2 + b2
