import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import binary_cross_entropy, sigmoid
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
Params = dict[str, Matrix]


def init_params(n: int, k: int, rng: np.random.Generator, out: int = 1) -> Params:
    """Draw all weights in one go and cut them up."""
    weights: Matrix = rng.normal(loc=0.0, scale=1.0, size=n * k + k * out)
    first, second = np.split(weights, [n * k])
    return dict(
        W1=first.reshape(n, k).copy(),
        W2=second.reshape(k, out).copy(),
        b1=np.zeros((1, k), dtype=np.float64),
        b2=np.zeros((1, out), dtype=np.float64),
    )


def forward(params: Params, X: Matrix) -> Params:
    Z1: Matrix = np.einsum("mn,nk->mk", X, params["W1"]) + params["b1"]
    A1: Matrix = sigmoid(Z1)
    Z2: Matrix = np.einsum("mk,ko->mo", A1, params["W2"]) + params["b2"]
    return {"A2": sigmoid(Z2), "Z2": Z2, "A1": A1, "Z1": Z1}


def output_delta(A2: Matrix, Y: Matrix) -> Matrix:
    if not np.array_equal(np.shape(A2), np.shape(Y)):
        raise ValueError(f"{np.shape(A2)} is not {np.shape(Y)}")
    m: int = np.shape(Y)[0]
    return np.divide(A2, m) - np.divide(Y, m)


def output_grads(A1: Matrix, dZ2: Matrix) -> tuple[Matrix, Matrix]:
    return np.einsum("mk,mo->ko", A1, dZ2), np.einsum("mo->o", dZ2)[None, :]


def hidden_delta(dZ2: Matrix, W2: Matrix, A1: Matrix) -> Matrix:
    return np.einsum("mo,ko,mk,mk->mk", dZ2, W2, A1, np.subtract(1, A1))


def backward(params: Params, cache: Params, X: Matrix, Y: Matrix) -> Params:
    delta: Matrix = output_delta(cache["A2"], Y)
    hidden: Matrix = hidden_delta(delta, params["W2"], cache["A1"])
    names = (("W1", "b1", X, hidden), ("W2", "b2", cache["A1"], delta))
    grads: Params = {}
    for weight, bias, inputs, dZ in names:
        grads |= {weight: np.einsum("mi,mj->ij", inputs, dZ), bias: np.sum(dZ, 0, keepdims=True)}
    return grads


class TwoLayerNet:
    params: Params
    losses: list[float]

    def __init__(self, params):
        self.params = {name: np.array(value, dtype=float) for name, value in params.items()}
        self.losses = []

    def fit(self, X: Matrix, Y: Matrix, lr: float, epochs: int) -> "TwoLayerNet":
        self.losses = []
        cache: Params = forward(self.params, X)
        for _ in range(epochs):
            dZ2 = output_delta(cache["A2"], Y)
            dZ1 = (dZ2 @ self.params["W2"].T) * np.prod([cache["A1"], 1 - cache["A1"]], axis=0)
            steps: Params = {
                "W1": X.T @ dZ1,
                "b1": np.sum(dZ1, axis=0, keepdims=True),
                "W2": cache["A1"].T @ dZ2,
                "b2": np.sum(dZ2, axis=0, keepdims=True),
            }
            for name, step in steps.items():
                self.params[name] = self.params[name] - lr * step
            Z1 = X @ self.params["W1"] + self.params["b1"]
            A1 = sigmoid(Z1)
            Z2 = A1 @ self.params["W2"] + self.params["b2"]
            cache = {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": sigmoid(Z2)}
            self.losses.append(float(binary_cross_entropy(cache["A2"], Y).mean()))
        return self

    def predict(self, X):
        return (forward(self.params, X)["A2"] >= 0.5).astype(int)


def collapse_linear(W1: Matrix, b1: Matrix, W2: Matrix, b2: Matrix) -> tuple[Matrix, Matrix]:
    return np.einsum("nk,ko->no", W1, W2), np.einsum("ik,ko->io", b1, W2) + b2
