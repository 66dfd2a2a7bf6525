"""Correct implementations of A08 that differ from the reference in algorithm or dtype: all get full marks."""

import numpy as np
from a08_two_layer_network import *

from autograder.checks import alternative


@alternative("A08.1", "standard_normal, second layer first")
def init_params(n, k, rng, out=1):
    W2 = rng.standard_normal((k, out))
    return dict(
        b2=np.zeros([1, out]), W2=W2, b1=np.full((1, k), 0.0), W1=rng.standard_normal((n, k))
    )


@alternative("A08.1", "one flat draw in single precision, cut in two")
def init_params(n, k, rng, out=1):
    draws = rng.standard_normal(n * k + k * out, dtype=np.float32)
    return {
        "W1": draws[: n * k].reshape(n, k), "b1": np.zeros((1, k), np.float32),
        "W2": draws[n * k :].reshape(k, out), "b2": np.zeros((1, out), np.float32),
    }  # fmt: skip


@alternative("A08.2", "sample by sample, textbook sigmoid")
def forward(params, X):
    cache = {"Z1": [], "A1": [], "Z2": [], "A2": []}
    for x in X:
        z1 = params["W1"].T @ x + params["b1"][0]
        a1 = 1 / (1 + np.exp(-z1))
        z2 = params["W2"].T @ a1 + params["b2"][0]
        for name, value in zip(cache, (z1, a1, z2, 1 / (1 + np.exp(-z2))), strict=True):
            cache[name].append(value)
    return {name: np.array(rows) for name, rows in cache.items()}


@alternative("A08.2", "single precision, tanh form, more in the cache")
def forward(params, X):
    X = np.float32(X)
    W1, b1, W2, b2 = (np.float32(params[name]) for name in ("W1", "b1", "W2", "b2"))
    Z1 = X @ W1 + b1
    A1 = np.float32(0.5) * (1 + np.tanh(Z1 / 2))
    Z2 = A1 @ W2 + b2
    return {"X": X, "Z1": Z1, "A1": A1, "Z2": Z2, "A2": np.float32(0.5) * (1 + np.tanh(Z2 / 2))}


@alternative("A08.3", "the whole chain, uncancelled")
def output_delta(A2, Y):
    A2, Y = np.array(A2, float), np.array(Y, float)
    if A2.shape != Y.shape:
        raise ValueError("A2 and Y differ in shape")
    dA2 = -(Y / A2 - (1 - Y) / (1 - A2)) / A2.shape[0]
    return dA2 * A2 * (1 - A2)


@alternative("A08.3", "loop, single precision")
def output_delta(A2, Y):
    if np.shape(A2) != np.shape(Y):
        raise ValueError
    dZ2 = np.zeros(np.shape(A2), np.float32)
    for i, (a, y) in enumerate(zip(A2, Y, strict=True)):
        dZ2[i] = (np.float32(a) - np.float32(y)) / np.float32(len(A2))
    return dZ2


@alternative("A08.4", "loop over samples")
def output_grads(A1, dZ2):
    dW2, db2 = np.zeros((A1.shape[1], dZ2.shape[1])), np.zeros((1, dZ2.shape[1]))
    for a, d in zip(A1, dZ2, strict=True):
        dW2 += np.outer(a, d)
        db2 += d
    return dW2, db2


@alternative("A08.4", "einsum and a row of ones, single precision")
def output_grads(A1, dZ2):
    A1, dZ2 = np.float32(A1), np.float32(dZ2)
    return np.einsum("mk,mo->ko", A1, dZ2), np.ones((1, len(dZ2)), np.float32) @ dZ2


@alternative("A08.5", "loops over samples and units")
def hidden_delta(dZ2, W2, A1):
    dZ1 = np.zeros_like(A1)
    for i in range(A1.shape[0]):
        for j in range(A1.shape[1]):
            dZ1[i, j] = np.dot(dZ2[i], W2[j]) * A1[i, j] * (1 - A1[i, j])
    return dZ1


@alternative("A08.5", "A1 minus its square, transposed product, single precision")
def hidden_delta(dZ2, W2, A1):
    dZ2, W2, A1 = np.float32(dZ2), np.float32(W2), np.float32(A1)
    return (W2 @ dZ2.T).T * (A1 - A1 * A1)


@alternative("A08.6", "one formula per gradient, activations computed anew")
def backward(params, cache, X, Y):
    A1 = 1 / (1 + np.exp(-(X @ params["W1"] + params["b1"])))
    A2 = 1 / (1 + np.exp(-(A1 @ params["W2"] + params["b2"])))
    m = X.shape[0]
    D1 = (A2 - Y) @ params["W2"].T * A1 * (1 - A1)
    return {
        "b2": np.mean(A2 - Y, axis=0, keepdims=True), "W2": A1.T @ (A2 - Y) / m,
        "b1": np.mean(D1, axis=0, keepdims=True), "W1": X.T @ D1 / m,
    }  # fmt: skip


@alternative("A08.6", "sample by sample")
def backward(params, cache, X, Y):
    grads = {name: np.zeros(np.shape(value)) for name, value in params.items()}
    for i in range(len(X)):
        d2 = (cache["A2"][i] - Y[i]) / len(X)
        a1 = cache["A1"][i]
        d1 = params["W2"] @ d2 * a1 * (1 - a1)
        grads["W2"] += np.outer(a1, d2)
        grads["b2"] += d2
        grads["W1"] += np.outer(X[i], d1)
        grads["b1"] += d1
    return grads


@alternative("A08.6", "output_grads for both layers, single precision")
def backward(params, cache, X, Y):
    A1 = np.float32(cache["A1"])
    dZ2 = np.float32(output_delta(cache["A2"], Y))
    dZ1 = dZ2 @ np.float32(params["W2"]).T * A1 * (1 - A1)
    grads = (*output_grads(np.float32(X), dZ1), *output_grads(A1, dZ2))
    return dict(zip(("W1", "b1", "W2", "b2"), grads, strict=True))


@alternative("A08.7", "own formulas, moved in place, loss from the linear output")
class TwoLayerNet(TwoLayerNet):
    def fit(self, X, Y, lr, epochs):
        W1, b1, W2, b2 = (self.params[name].copy() for name in ("W1", "b1", "W2", "b2"))
        self.losses = np.zeros(epochs)
        for epoch in range(epochs):
            A1 = 1 / (1 + np.exp(-(X @ W1 + b1)))
            D2 = (1 / (1 + np.exp(-(A1 @ W2 + b2))) - Y) / len(X)
            D1 = D2 @ W2.T * A1 * (1 - A1)
            W1 -= lr * X.T @ D1
            b1 -= lr * D1.sum(axis=0)
            W2 -= lr * A1.T @ D2
            b2 -= lr * D2.sum(axis=0)
            Z2 = 1 / (1 + np.exp(-(X @ W1 + b1))) @ W2 + b2
            self.losses[epoch] = np.mean(np.logaddexp(0, Z2) - Y * Z2)
        self.params = {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
        return self


@alternative("A08.7", "two forward passes an epoch, parameters moved in place")
class TwoLayerNet(TwoLayerNet):
    def fit(self, X, Y, lr, epochs):
        self.losses = []
        while len(self.losses) < epochs:
            grads = backward(self.params, forward(self.params, X), X, Y)
            for name, gradient in grads.items():
                self.params[name] -= lr * gradient
            A2 = np.clip(forward(self.params, X)["A2"], 1e-12, 1 - 1e-12)
            self.losses += [-np.mean(Y * np.log(A2) + (1 - Y) * np.log(1 - A2))]
        return self


@alternative("A08.8", "measured: the output for zeros and for unit vectors")
def collapse_linear(W1, b1, W2, b2):
    b = (np.zeros((1, len(W1))) @ W1 + b1) @ W2 + b2
    return (np.eye(len(W1)) @ W1 + b1) @ W2 + b2 - b, b


@alternative("A08.8", "bias as a further row, single precision")
def collapse_linear(W1, b1, W2, b2):
    both = np.float32(np.vstack([W1, b1])) @ np.float32(W2)
    return [both[:-1], both[-1:] + np.float32(b2)]
