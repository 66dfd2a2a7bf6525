import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
import layers
from a03_sigmoid_cross_entropy import binary_cross_entropy, sigmoid

squash = layers.Squash(sigmoid)


def normal_numbers(shape, rng):
    """Normal numbers from uniform ones, as I learned it in statistics."""
    radius = np.sqrt(-2.0 * np.log(1.0 - rng.random(shape)))
    return radius * np.cos(2.0 * np.pi * rng.random(shape))


def _layers(params):
    return [layers.Dense(params["W" + number], params["b" + number]) for number in "12"]


def init_params(n, k, rng, out=1):
    params = {}
    for number, (rows, columns) in enumerate([(n, k), (k, out)], start=1):
        params[f"W{number}"] = normal_numbers((rows, columns), rng)
        params[f"b{number}"] = np.zeros((1, columns))
    return params


def forward(params, X):
    hidden, output = _layers(params)
    cache = dict.fromkeys(["Z1", "A1", "Z2", "A2"])
    cache["Z1"] = hidden(X)
    cache["A1"] = squash(cache["Z1"])
    cache["Z2"] = output(cache["A1"])
    cache["A2"] = squash(cache["Z2"])
    return cache


def output_delta(A2, Y):
    A2, Y = np.asarray(A2, dtype=float), np.asarray(Y, dtype=float)
    if A2.shape != Y.shape:
        raise ValueError(f"outputs {A2.shape}, targets {Y.shape}")
    return (A2 - Y) / len(A2)


def output_grads(A1, dZ2):
    nothing = np.zeros((np.shape(A1)[1], np.shape(dZ2)[1]))
    _, dW2, db2 = layers.Dense(nothing, None).back(A1, dZ2)
    return dW2, db2


def hidden_delta(dZ2, W2, A1):
    dA1, *_ = layers.Dense(W2, None).back(A1, dZ2)
    return squash.back(A1, dA1)


def backward(params, cache, X, Y):
    hidden, output = _layers(params)
    dA1, dW2, db2 = output.back(cache["A1"], output_delta(cache["A2"], Y))
    _, dW1, db1 = hidden.back(X, squash.back(cache["A1"], dA1))
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}


class TwoLayerNet:
    def __init__(self, params):
        self.params = {name: np.array(value, dtype=float) for name, value in params.items()}
        self.losses = []

    def fit(self, X, Y, lr, epochs):
        self.losses = [self._epoch(X, Y, lr) for _ in range(epochs)]
        return self

    def _epoch(self, X, Y, lr):
        grads = backward(self.params, forward(self.params, X), X, Y)
        self.params = {name: self.params[name] - lr * grads[name] for name in grads}
        return np.average(binary_cross_entropy(forward(self.params, X)["A2"], Y))

    def predict(self, X):
        return (forward(self.params, X)["A2"] >= 0.5).astype(int)


def collapse_linear(W1, b1, W2, b2):
    both = layers.Dense(W1, b1).then(layers.Dense(W2, b2))
    return both.W, both.b


if __name__ == "__main__":
    import figures

    figures.xor(sys.modules[__name__])
    figures.playground(sys.modules[__name__])
