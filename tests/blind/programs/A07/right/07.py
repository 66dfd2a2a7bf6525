import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import bce_with_logits, sigmoid
from a06_regularization import l1_gradient, l2_gradient
import functools
import inspect


def floats(*names):
    """Decorate a function whose arguments of these names become new float arrays."""

    def decorate(function):
        signature = inspect.signature(function)

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            bound = signature.bind(*args, **kwargs)
            for name in names:
                bound.arguments[name] = np.array(bound.arguments[name], dtype=float)
            return function(*bound.args, **bound.kwargs)

        return wrapper

    return decorate


def matmul_shape(a, b):
    match (*a, *b):
        case (m, n, p, k) if n == p:
            return m, k
        case other:
            raise ValueError(f"no product of {other[:2]} and {other[2:]}")


@floats("X", "W", "b")
def forward(X, W, b):
    return np.add(np.matmul(X, W), b)


@floats("X", "err")
def weight_gradient(X, err):
    match err.shape:
        case (m, _) if m == len(X):
            return np.mean([np.outer(x, e) for x, e in zip(X, err)], axis=0)
        case shape:
            raise ValueError(f"shape {shape} of err")


@floats("X", "W", "dZ")
def linear_backward(X, W, dZ):
    return dZ @ W.T, X.T @ dZ, dZ.sum(0, keepdims=True)


@floats("X", "Y", "W", "b")
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    match Y.shape:
        case (m, 1) if m == X.shape[0]:
            pass
        case _:
            raise ValueError("Y must be a column with a row for each sample")
    err = sigmoid(X @ W + b)
    err -= Y
    W -= lr * (X.T @ err / m + l1_gradient(W, l1) + l2_gradient(W, l2))
    b -= lr * err.mean()
    return W, b


class BatchLogistic:
    def __init__(self):
        self.W = None
        self.b = None
        self.losses = []
        self.val_losses = []

    @floats("X", "Y", "X_val", "Y_val")
    def fit(self, X, Y, X_val, Y_val, lr, epochs):
        self.W, self.b, self.losses, self.val_losses = np.zeros((X.shape[1], 1)), np.zeros((1, 1)), [], []
        m = len(X)
        for _ in range(epochs):
            err = sigmoid(X @ self.W + self.b) - Y
            self.W -= lr * (X.T @ err) / m
            self.b -= lr * err.sum() / m
            self.losses.append(bce_with_logits(X @ self.W + self.b, Y).mean().item())
            self.val_losses.append(bce_with_logits(X_val @ self.W + self.b, Y_val).mean().item())
        return self

    def predict(self, X):
        return (forward(X, self.W, self.b) >= 0).astype(int)
