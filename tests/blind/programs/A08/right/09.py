import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import binary_cross_entropy, sigmoid

# Column notation: one sample is a column here, as in many textbooks; turned at the borders.


def init_params(n, k, rng, out=1):
    params = {"b1": np.zeros((1, k)), "b2": np.zeros((1, out))}
    params["W2"] = np.ascontiguousarray(rng.normal(size=(out, k)).T)
    params["W1"] = np.ascontiguousarray(rng.normal(size=(k, n)).T)
    return params


def _logistic(Z):
    small = np.exp(-np.abs(Z))
    return np.where(Z < 0, small, 1.0) / (1.0 + small)


def forward(params, X):
    z1 = np.transpose(params["W1"]) @ np.transpose(X) + np.transpose(params["b1"])
    a1 = _logistic(z1)
    z2 = np.transpose(params["W2"]) @ a1 + np.transpose(params["b2"])
    a2 = _logistic(z2)
    return {"Z1": z1.T, "A1": a1.T, "Z2": z2.T, "A2": a2.T}


def output_delta(A2, Y):
    try:
        assert np.shape(A2) == np.shape(Y)
    except AssertionError as problem:
        raise ValueError("the shapes must be equal") from problem
    delta = np.empty(np.shape(A2))
    np.subtract(A2, Y, out=delta)
    np.divide(delta, len(delta), out=delta)
    return delta


def output_grads(A1, dZ2):
    dW2 = np.zeros((A1.shape[1], dZ2.shape[1]))
    db2 = np.zeros((1, dZ2.shape[1]))
    for activations, slopes in zip(A1, dZ2):
        dW2 += np.outer(activations, slopes)
        db2 += slopes
    return dW2, db2


def hidden_delta(dZ2, W2, A1):
    dZ1 = np.zeros(A1.shape)
    for unit in range(dZ2.shape[1]):
        dZ1 += np.outer(dZ2[:, unit], W2[:, unit])
    return np.multiply(dZ1, np.multiply(A1, 1 - A1))


def backward(params, cache, X, Y):
    top = output_delta(cache["A2"], Y)
    low = hidden_delta(top, params["W2"], cache["A1"])
    return {
        "W1": (low.T @ X).T,
        "b1": low.T.sum(axis=1).reshape(1, -1),
        "W2": (top.T @ cache["A1"]).T,
        "b2": top.T.sum(axis=1).reshape(1, -1),
    }


class TwoLayerNet:
    def __init__(self, params):
        self.params = {name: np.array(value, dtype=float) for name, value in params.items()}
        self.losses = []

    def fit(self, X, Y, lr, epochs):
        del self.losses[:]
        cache = forward(self.params, X)
        for _ in range(epochs):
            for name, slope in backward(self.params, cache, X, Y).items():
                self.params[name] -= lr * slope
            cache = forward(self.params, X)
            A2 = np.clip(cache["A2"], 1e-12, 1 - 1e-12)
            costs = np.where(np.equal(Y, 1), -np.log(A2), -np.log1p(-A2))
            self.losses.append(float(costs.mean()))
        return self

    def predict(self, X):
        return (forward(self.params, X)["A2"] >= 0.5).astype(int)


def collapse_linear(W1, b1, W2, b2):
    stacked = np.vstack((W1, b1)) @ W2
    W, b = np.array_split(stacked, [len(W1)])
    return W, b + b2
