import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import bce_with_logits, sigmoid

KEYS = "W1", "b1", "W2", "b2"


def read_only(array):
    array.setflags(write=False)
    return array


def init_params(n, k, rng, out=1):
    # all the random numbers in one go; W1 and W2 are two views of one array
    numbers = rng.standard_normal(n * k + k * out)
    return {
        "W1": numbers[: n * k].reshape((n, k), order="F"),
        "W2": numbers[n * k :].reshape(k, out),
        "b1": np.broadcast_to(0.0, (1, k)),
        "b2": np.broadcast_to(0.0, (1, out)),
    }


def forward(params, X):
    W1, b1, W2, b2 = (np.asarray(params[key], dtype=float) for key in KEYS)
    # units first, samples second: everything is transposed on the way out
    z1 = np.einsum("nk,mn->km", W1, np.asarray(X, dtype=float)) + b1.T
    a1 = sigmoid(z1)
    z2 = np.einsum("ko,km->om", W2, a1) + b2.T
    a2 = sigmoid(z2)
    return {key: read_only(value.T) for key, value in zip(("Z1", "A1", "Z2", "A2"), (z1, a1, z2, a2))}


def output_delta(A2, Y):
    if np.shape(A2) != np.shape(Y):
        raise ValueError(f"{np.shape(A2)} and {np.shape(Y)} are different shapes")
    return read_only(np.asfortranarray((np.asarray(A2, dtype=float) - Y) / len(Y)))


def output_grads(A1, dZ2):
    # a column of ones beside A1 turns the bias into one weight more
    with_ones = np.concatenate([A1, np.ones((len(A1), 1))], axis=1)
    both = np.einsum("mk,mo->ko", with_ones, dZ2)
    return both[:-1], both[-1:]


def hidden_delta(dZ2, W2, A1):
    return np.einsum("mo,ko,mk,mk->mk", dZ2, W2, A1, 1 - A1, optimize=True)


def backward(params, cache, X, Y):
    dZ2 = output_delta(cache["A2"], Y)
    dZ1 = hidden_delta(dZ2, params["W2"], cache["A1"])
    grads = {}
    grads["W1"], grads["b1"] = output_grads(X, dZ1)
    grads["W2"], grads["b2"] = output_grads(cache["A1"], dZ2)
    return grads


class TwoLayerNet:
    def __init__(self, params):
        self.params = {name: np.array(value, dtype=float) for name, value in params.items()}
        self.losses = []

    def fit(self, X, Y, lr, epochs):
        losses = np.empty(epochs)
        cache = forward(self.params, X)
        for epoch in range(epochs):
            grads = backward(self.params, cache, X, Y)
            for key in KEYS:
                np.subtract(self.params[key], lr * grads[key], out=self.params[key])
            cache = forward(self.params, X)
            # straight from the logits, nothing is clipped
            losses[epoch] = bce_with_logits(cache["Z2"], Y).mean()
        self.losses = list(losses)
        return self

    def predict(self, X):
        return (forward(self.params, X)["A2"] >= 0.5).astype(int)


def collapse_linear(W1, b1, W2, b2):
    # [W1 0; b1 1] times [W2; b2]
    stacked = np.vstack([W1, b1]).astype(float) @ W2
    stacked[-1] += np.ravel(b2)
    return stacked[:-1], stacked[-1:]


if __name__ == "__main__":
    import figures

    figures.xor(sys.modules[__name__])
    figures.playground(sys.modules[__name__])
