import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import binary_cross_entropy, sigmoid


def init_params(n, k, rng, out=1):
    W1 = rng.standard_normal((n, k))
    W2 = rng.standard_normal((k, out))
    return {"W1": W1, "b1": np.zeros((1, k)), "W2": W2, "b2": np.zeros((1, out))}


def forward(params, X):
    Z1 = X @ params["W1"] + params["b1"]
    A1 = sigmoid(Z1)
    Z2 = A1 @ params["W2"] + params["b2"]
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def output_delta(A2, Y):
    if A2.shape != Y.shape:
        raise ValueError("A2 and Y have different shapes")
    return (A2 - Y) / len(Y)


def output_grads(A1, dZ2):
    return A1.T @ dZ2, np.sum(dZ2, axis=0, keepdims=True)


def hidden_delta(dZ2, W2, A1):
    return (dZ2 @ W2.T) * A1 * (1 - A1)


def backward(params, cache, X, Y):
    dZ2 = output_delta(cache["A2"], Y)
    grads = {}
    grads["W2"], grads["b2"] = output_grads(cache["A1"], dZ2)
    dZ1 = hidden_delta(dZ2, params["W2"], cache["A1"])
    grads["W1"] = X.T @ dZ1
    grads["b1"] = np.sum(dZ1, axis=0, keepdims=True)
    return grads


class TwoLayerNet:
    def __init__(self, params):
        self.params = {name: np.array(value, dtype=float) for name, value in params.items()}
        self.losses = []

    def fit(self, X, Y, lr, epochs):
        self.losses = []
        for _ in range(epochs):
            cache = forward(self.params, X)
            grads = backward(self.params, cache, X, Y)
            self.params = {name: self.params[name] - lr * grads[name] for name in self.params}
            A2 = forward(self.params, X)["A2"]
            self.losses.append(np.mean(binary_cross_entropy(A2, Y)))
        return self

    def predict(self, X):
        return (forward(self.params, X)["A2"] >= 0.5).astype(int)


def collapse_linear(W1, b1, W2, b2):
    return W1 @ W2, b1 @ W2 + b2
