import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import binary_cross_entropy, sigmoid

# Bias and weights in one matrix: inputs get a column of ones, weights a last row.


def ones_beside(M):
    M = np.asarray(M, dtype=float)
    return np.column_stack([M, np.ones(M.shape[0])])


def joined(W, b):
    return np.concatenate([np.asarray(W, dtype=float), np.asarray(b, dtype=float)])


def squash(Z):
    return (np.tanh(Z / 2) + 1) / 2


def init_params(n, k, rng, out=1):
    def bell(rows, columns):
        # Box and Muller: two uniform numbers make a normal one
        radius = np.sqrt(-2 * np.log(1 - rng.random((rows, columns))))
        return radius * np.cos(2 * np.pi * rng.random((rows, columns)))

    return {"W1": bell(n, k), "b1": np.zeros((1, k)), "W2": bell(k, out), "b2": np.zeros((1, out))}


def forward(params, X):
    Z1 = ones_beside(X) @ joined(params["W1"], params["b1"])
    A1 = squash(Z1)
    Z2 = ones_beside(A1) @ joined(params["W2"], params["b2"])
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": squash(Z2)}


def output_delta(A2, Y):
    A2, Y = np.array(A2, dtype=float), np.array(Y, dtype=float)
    if A2.ndim != Y.ndim or any(p != q for p, q in zip(A2.shape, Y.shape)):
        raise ValueError("A2 and Y must have one shape")
    A2 -= Y
    A2 /= A2.shape[0]
    return A2


def output_grads(A1, dZ2):
    both = ones_beside(A1).T @ np.asarray(dZ2, dtype=float)
    return np.delete(both, -1, axis=0), both[[-1]]


def hidden_delta(dZ2, W2, A1):
    A1 = np.asarray(A1, dtype=float)
    return A1 * (1 - A1) * (np.asarray(W2, dtype=float) @ np.asarray(dZ2, dtype=float).T).T


def backward(params, cache, X, Y):
    dZ2 = output_delta(cache["A2"], Y)
    dW2, db2 = output_grads(cache["A1"], dZ2)
    dW1, db1 = output_grads(X, hidden_delta(dZ2, params["W2"], cache["A1"]))
    return {"b2": db2, "W2": dW2, "b1": db1, "W1": dW1}


class TwoLayerNet:
    def __init__(self, params):
        self.params = {name: np.array(value, dtype=float) for name, value in params.items()}
        self.losses = []

    def fit(self, X, Y, lr, epochs):
        wide, Y = ones_beside(X), np.asarray(Y, dtype=float)
        T1 = joined(self.params["W1"], self.params["b1"])
        T2 = joined(self.params["W2"], self.params["b2"])
        self.losses = []
        m = len(wide)
        H = ones_beside(squash(wide @ T1))
        Z = H @ T2
        for _ in range(epochs):
            e = (squash(Z) - Y) / m
            back = ((e @ T2.T) * H * (1 - H))[:, :-1]
            T1, T2 = T1 - lr * wide.T @ back, T2 - lr * H.T @ e
            H = ones_beside(squash(wide @ T1))
            Z = H @ T2
            self.losses.append(float(np.mean(np.logaddexp(0, Z) - Y * Z)))
        self.params = {"W1": T1[:-1].copy(), "b1": T1[-1:].copy(), "W2": T2[:-1].copy(), "b2": T2[-1:].copy()}
        return self

    def predict(self, X):
        return (forward(self.params, X)["A2"] >= 0.5).astype(int)


def collapse_linear(W1, b1, W2, b2):
    both = joined(W1, b1) @ np.asarray(W2, dtype=float)
    return both[:-1].copy(), both[-1:] + b2
