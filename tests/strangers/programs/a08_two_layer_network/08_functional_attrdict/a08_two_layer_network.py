"""A08, in a functional mood."""

import functools
import sys
from collections import defaultdict
from operator import matmul

import matplotlib.pyplot as plt
import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import binary_cross_entropy, sigmoid
from a07_matrix_form import forward as affine

total = functools.partial(np.sum, axis=0, keepdims=True)
product = lambda *matrices: functools.reduce(matmul, matrices)


class Cache(dict):
    """A dict whose entries can be written like attributes."""

    __getattr__ = dict.get
    __setattr__ = dict.__setitem__


def init_params(n, k, rng, out=1):
    params = Cache()
    params.W1, params.b1 = rng.normal(size=(n, k)), np.zeros((1, k))
    params.W2, params.b2 = rng.normal(size=(k, out)), np.zeros((1, out))
    return params


def forward(params, X):
    def layer(cache, number):
        below = cache[f"A{number - 1}"] if number > 1 else X
        Z = affine(below, params[f"W{number}"], params[f"b{number}"])
        return Cache(cache, **{f"Z{number}": Z, f"A{number}": sigmoid(Z)})

    return functools.reduce(layer, (1, 2), Cache())


def same_shape(function):
    @functools.wraps(function)
    def wrapper(A2, Y):
        if np.shape(A2) != np.shape(Y):
            raise ValueError(f"{function.__name__}: shapes {np.shape(A2)} and {np.shape(Y)}")
        return function(A2, Y)

    return wrapper


@same_shape
def output_delta(A2, Y):
    m = len(A2)
    return A2 / m - Y / m


def linear_grads(A1, dZ2):
    return product(np.transpose(A1), dZ2), total(dZ2)


output_grads = linear_grads


def hidden_delta(dZ2, W2, A1):
    """Follow the slope of the sigmoid of every hidden unit with its own output."""
    with np.errstate(all="raise", under="ignore"):
        return np.multiply(product(dZ2, np.transpose(W2)), A1 * (1 - A1))


def backward(params, cache, X, Y):
    grads = defaultdict(lambda: 0.0)
    delta = output_delta(cache["A2"], Y)
    for number, inputs in ((2, cache["A1"]), (1, X)):
        if number == 1:
            delta = hidden_delta(delta, params["W2"], cache["A1"])
        grads[f"W{number}"], grads[f"b{number}"] = linear_grads(inputs, delta)
    return grads


class TwoLayerNet:
    def __init__(self, params):
        self.params = {name: np.array(value, dtype=float) for name, value in params.items()}
        self.losses = []

    def fit(self, X, Y, lr, epochs):
        self.losses = list(self._train(X, Y, lr, epochs))
        return self

    def _train(self, X, Y, lr, epochs):
        cache = forward(self.params, X)
        for _ in range(epochs):
            grads = backward(self.params, cache, X, Y)
            self.params = Cache({name: self.params[name] - lr * grads[name] for name in self.params})
            cache = forward(self.params, X)
            yield np.mean(binary_cross_entropy(cache.A2, Y))

    def predict(self, X):
        return (forward(self.params, X)["A2"] >= 0.5).astype(int)


def collapse_linear(W1, b1, W2, b2):
    zeros = np.zeros((1, np.shape(W1)[0]))
    b = affine(affine(zeros, W1, b1), W2, b2)
    W = affine(affine(np.eye(np.shape(W1)[0]), W1, b1), W2, b2) - b
    return W, b


# XOR, 700 epochs: I want to see the curve every time I run this file
corners = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
answers = np.array([[0.0], [1.0], [1.0], [0.0]])
my_net = TwoLayerNet(init_params(2, 5, np.random.default_rng(11)))
plt.plot(my_net.fit(corners, answers, 1.5, 700).losses)
plt.title(f"XOR: loss {my_net.losses[-1]:.3f} after {len(my_net.losses)} epochs")
plt.show()
