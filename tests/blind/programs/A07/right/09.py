import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import bce_with_logits, sigmoid
from a06_regularization import l1_gradient, l2_gradient
import math


def matmul_shape(a, b):
    try:
        ((m, n), (p, k)) = (a, b)
        if not n == p:
            raise ArithmeticError
    except ArithmeticError:
        raise ValueError("matrices of these shapes cannot be multiplied") from None
    return (int(m), int(k))


def forward(X, W, b):
    m, k = X.shape[0], W.shape[1]
    Z = np.empty((m, k), dtype=np.float64)
    for j in range(k):
        Z[:, j] = X.dot(W[:, j])
        Z[:, j] += b[0, j]
    return Z


def weight_gradient(X, err):
    if not (err.ndim == 2 and X.shape[0] == err.shape[0]):
        raise ValueError("err: a matrix with one row per sample is needed")
    return np.tensordot(X, err, axes=(0, 0)) / X.shape[0]


def linear_backward(X, W, dZ):
    dX = np.tensordot(dZ, W, axes=(1, 1))
    dW = sum((np.outer(x, g) for x, g in zip(X, dZ)), start=np.zeros(W.shape))
    db = np.array([[math.fsum(dZ[:, j]) for j in range(dZ.shape[1])]])
    return dX, dW, db


def _logistic(z):
    a = np.empty(z.shape)
    up = z >= 0
    a[up] = 1 / (1 + np.exp(-z[up]))
    t = np.exp(z[~up])
    a[~up] = t / (1 + t)
    return a


def _clipped_cost(X, Y, W, b):
    a = np.clip(_logistic(forward(X, W, b)), 1e-12, 1 - 1e-12)
    return -np.mean(np.where(Y == 1, np.log(a), np.log(1 - a)))


def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    if Y.ndim != 2:
        raise ValueError("Y must be a matrix of one column")
    if Y.shape[1] != 1:
        raise ValueError("Y must have a single column")
    if Y.shape[0] != X.shape[0]:
        raise ValueError("X and Y have different numbers of rows")
    err = _logistic(forward(X, W, b)) - Y
    new_W = W.astype(float)
    new_W -= lr * l2 * W
    new_W -= lr * l1 * np.where(W > 0, 1, np.where(W < 0, -1, 0))
    new_W -= lr * weight_gradient(X, err)
    new_b = b.astype(float)
    new_b -= lr * err.mean()
    return new_W, new_b


class BatchLogistic:
    def __init__(self):
        self.W = None
        self.b = None
        self.losses = []
        self.val_losses = []

    def fit(self, X, Y, X_val, Y_val, lr, epochs):
        W, b = np.zeros((X.shape[1], 1)), np.zeros((1, 1))
        losses, val_losses = np.empty(epochs), np.empty(epochs)
        for t in range(epochs):
            W, b = batch_update(X, Y, W, b, lr)
            losses[t] = _clipped_cost(X, Y, W, b)
            val_losses[t] = _clipped_cost(X_val, Y_val, W, b)
        self.W, self.b = W, b
        self.losses, self.val_losses = losses.tolist(), val_losses.tolist()
        return self

    def predict(self, X):
        return (forward(X, self.W, self.b) >= 0).astype(int)
