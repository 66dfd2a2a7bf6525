"""A07: logistic regression in matrix form."""
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import bce_with_logits, sigmoid
from a06_regularization import l1_gradient, l2_gradient


def as_floats(*arrays):
    return [np.asarray(array, dtype=float) for array in arrays]


def matmul_shape(a, b):
    rows, inner_left = a
    inner_right, columns = b
    if inner_left != inner_right:
        raise ValueError(f"inner sizes differ: {inner_left} and {inner_right}")
    return rows, columns


def forward(X, W, b):
    X, W, b = as_floats(X, W, b)
    return X @ W + b


def weight_gradient(X, err):
    X, err = as_floats(X, err)
    if err.ndim != 2 or err.shape[0] != X.shape[0]:
        raise ValueError(f"err must have shape ({X.shape[0]}, k), not {err.shape}")
    return X.T @ err / X.shape[0]


def linear_backward(X, W, dZ):
    X, W, dZ = as_floats(X, W, dZ)
    dX = dZ @ W.T
    dW = X.T @ dZ
    db = dZ.sum(axis=0, keepdims=True)
    return dX, dW, db


def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    X, Y, W, b = as_floats(X, Y, W, b)
    if Y.shape != (X.shape[0], 1):
        raise ValueError(f"Y must have shape ({X.shape[0]}, 1), not {Y.shape}")
    err = sigmoid(forward(X, W, b)) - Y
    dW = weight_gradient(X, err) + l1_gradient(W, l1) + l2_gradient(W, l2)
    db = err.mean(axis=0, keepdims=True)
    return W - lr * dW, b - lr * db


def mean_loss(X, Y, W, b):
    return float(np.mean(bce_with_logits(forward(X, W, b), Y)))


class BatchLogistic:
    """Logistic regression in matrix form, trained by full-batch descent without penalties."""

    def __init__(self):
        self.W = None
        self.b = None
        self.losses = []
        self.val_losses = []

    def fit(self, X, Y, X_val, Y_val, lr, epochs):
        X, Y, X_val, Y_val = as_floats(X, Y, X_val, Y_val)
        self.W = np.zeros((X.shape[1], 1))
        self.b = np.zeros((1, 1))
        self.losses = []
        self.val_losses = []
        for _ in range(epochs):
            self.W, self.b = batch_update(X, Y, self.W, self.b, lr)
            self.losses.append(mean_loss(X, Y, self.W, self.b))
            self.val_losses.append(mean_loss(X_val, Y_val, self.W, self.b))
        return self

    def predict(self, X):
        return (forward(X, self.W, self.b) >= 0).astype(int)
