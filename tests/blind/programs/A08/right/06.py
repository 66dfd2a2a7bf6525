import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import binary_cross_entropy, sigmoid


def table(rows, shape):
    return np.array(rows, dtype=float).reshape(shape)


def dot(u, v):
    return sum((float(s) * float(t) for s, t in zip(u, v, strict=True)), start=0.0)


def product(P, Q):
    """The matrix product, entry by entry."""
    return table([[dot(row, column) for column in zip(*Q)] for row in P], (len(P), len(Q[0])))


def flip(M):
    return [list(column) for column in zip(*M)]


def init_params(n, k, rng, out=1):
    W2 = table([rng.normal(size=out) for _ in range(k)], (k, out))
    W1 = table([rng.normal(size=k) for _ in range(n)], (n, k))
    return {"W1": W1, "W2": W2, "b1": table([0] * k, (1, k)), "b2": table([0] * out, (1, out))}


def forward(params, X):
    def layer(rows, number):
        W, b = params[f"W{number}"], params[f"b{number}"]
        return table([row @ W + b[0] for row in rows], (len(rows), W.shape[1]))

    Z1 = layer(X, 1)
    A1 = sigmoid(Z1)
    Z2 = layer(A1, 2)
    return dict(zip(("Z1", "A1", "Z2", "A2"), (Z1, A1, Z2, sigmoid(Z2))))


def output_delta(A2, Y):
    if A2.shape != Y.shape:
        raise ValueError("outputs and targets must have the same shape")
    m = A2.shape[0]
    return table([(float(a) - float(y)) / m for a, y in zip(A2.flat, Y.flat)], A2.shape)


def output_grads(A1, dZ2):
    return product(flip(A1), dZ2), table([dot(g, [1] * len(g)) for g in flip(dZ2)], (1, dZ2.shape[1]))


def hidden_delta(dZ2, W2, A1):
    back = product(dZ2, flip(W2))
    return table([d * float(a) * (1 - float(a)) for d, a in zip(back.flat, A1.flat)], A1.shape)


def backward(params, cache, X, Y):
    dZ = {"2": output_delta(cache["A2"], Y)}
    dZ["1"] = hidden_delta(dZ["2"], params["W2"], cache["A1"])
    inputs = {"1": X, "2": cache["A1"]}
    return {
        kind + number: result
        for number in "12"
        for kind, result in zip("Wb", output_grads(inputs[number], dZ[number]))
    }


class TwoLayerNet:
    def __init__(self, params):
        self.params = {name: np.array(value, dtype=float) for name, value in params.items()}
        self.losses = []

    def fit(self, X, Y, lr, epochs):
        self.losses = [self._epoch(X, Y, lr) for _ in range(epochs)]
        return self

    def _epoch(self, X, Y, lr):
        W1, b1, W2, b2 = (self.params[name] for name in ("W1", "b1", "W2", "b2"))
        A1 = sigmoid(X @ W1 + b1)
        e2 = sigmoid(A1 @ W2 + b2) - Y
        e1 = e2 * W2.T * A1 * (1 - A1)
        rate = lr / len(X)
        self.params = {
            "W1": W1 - rate * (X.T @ e1),
            "b1": b1 - rate * e1.sum(axis=0),
            "W2": W2 - rate * (A1.T @ e2),
            "b2": b2 - rate * e2.sum(axis=0),
        }
        hidden = sigmoid(X @ self.params["W1"] + self.params["b1"])
        A2 = sigmoid(hidden @ self.params["W2"] + self.params["b2"])
        return float(np.mean(binary_cross_entropy(A2, Y)))

    def predict(self, X):
        return (forward(self.params, X)["A2"] >= 0.5).astype(int)


def collapse_linear(W1, b1, W2, b2):
    W = product(W1, W2)
    b = table([c + float(d) for c, d in zip(product(b1, W2)[0], b2[0])], (1, W2.shape[1]))
    return W, b
