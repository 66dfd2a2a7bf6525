import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import bce_with_logits, sigmoid
from a06_regularization import l1_gradient, l2_gradient
from typing import NamedTuple


class Size(NamedTuple):
    rows: int
    columns: int


class Slopes(NamedTuple):
    dX: np.ndarray
    dW: np.ndarray
    db: np.ndarray


class Parameters(NamedTuple):
    W: np.ndarray
    b: np.ndarray


class Linear:
    """A linear layer that remembers its input."""

    def __init__(self, W, b):
        self.W = np.array(W, dtype=float)
        self.b = np.array(b, dtype=float)
        self.X = None

    def __call__(self, X):
        self.X = np.array(X, dtype=float)
        return np.matmul(self.X, self.W) + self.b

    def back(self, dZ):
        dZ = np.array(dZ, dtype=float)
        ones = np.ones((1, len(dZ)))
        return Slopes(
            dX=np.matmul(dZ, np.transpose(self.W)),
            dW=np.matmul(np.transpose(self.X), dZ),
            db=np.matmul(ones, dZ),
        )


def matmul_shape(a, b):
    left, right = Size(*a), Size(*b)
    if left.columns == right.rows:
        return Size(left.rows, right.columns)
    raise ValueError("the inner sizes differ")


def forward(X, W, b):
    return Linear(W, b)(X)


def linear_backward(X, W, dZ):
    layer = Linear(W, np.zeros((1, np.shape(W)[1])))
    layer(X)
    return layer.back(dZ)


def weight_gradient(X, err):
    if np.ndim(err) != 2:
        raise ValueError("err is not a matrix")
    if np.size(err, 0) != np.size(X, 0):
        raise ValueError("err has another number of rows than X")
    dummy = np.zeros((np.shape(X)[1], np.shape(err)[1]))
    return linear_backward(X, dummy, np.array(err, dtype=float) / len(X)).dW


def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    if np.shape(Y) != (len(X), 1):
        raise ValueError("Y must be a column")
    layer = Linear(W, b)
    A = sigmoid(layer(X))
    slopes = layer.back((A - Y) / len(X))
    return Parameters(
        layer.W - lr * (slopes.dW + l1_gradient(layer.W, l1) + l2_gradient(layer.W, l2)),
        layer.b - lr * slopes.db,
    )


class BatchLogistic:
    def __init__(self):
        self.W = None
        self.b = None
        self.losses = []
        self.val_losses = []

    def _loss(self, X, Y):
        return float(np.average(bce_with_logits(forward(X, self.W, self.b), np.asarray(Y))))

    def _step(self, X, Y, lr):
        self.W, self.b = batch_update(X, Y, self.W, self.b, lr)

    def fit(self, X, Y, X_val, Y_val, lr, epochs):
        self.W = np.zeros((np.shape(X)[1], 1))
        self.b = np.zeros((1, 1))
        self.losses.clear()
        self.val_losses.clear()
        for _ in range(epochs):
            self._step(X, Y, lr)
            self.losses += [self._loss(X, Y)]
            self.val_losses += [self._loss(X_val, Y_val)]
        return self

    def predict(self, X):
        return (forward(X, self.W, self.b) >= 0).astype(int)
