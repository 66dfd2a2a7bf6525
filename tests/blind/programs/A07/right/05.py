import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import bce_with_logits, sigmoid
from a06_regularization import l1_gradient, l2_gradient

# Everything with one extended matrix: a column of ones beside X, the bias as last row below W.


def widen(X):
    X = np.asarray(X, dtype=float)
    return np.hstack([X, np.ones((X.shape[0], 1))])


def stack(W, b):
    return np.vstack([np.asarray(W, dtype=float), np.asarray(b, dtype=float)])


def squash(Z):
    return 0.5 * (1.0 + np.tanh(0.5 * Z))


def matmul_shape(a, b):
    sizes = [*a, *b]
    if len({sizes[1], sizes[2]}) > 1:
        raise ValueError("sizes " + " and ".join(map(str, sizes[1:3])) + " do not agree")
    return tuple(sizes[::3])


def forward(X, W, b):
    return widen(X).dot(stack(W, b))


def weight_gradient(X, err):
    err = np.asarray(err, dtype=float)
    if err.ndim != 2:
        raise ValueError("err needs two axes")
    if err.shape[0] != np.asarray(X).shape[0]:
        raise ValueError("err needs one row per sample")
    return (err.T.dot(np.asarray(X, dtype=float)) / err.shape[0]).T


def linear_backward(X, W, dZ):
    dZ = np.asarray(dZ, dtype=float)
    theta = stack(W, np.zeros((1, dZ.shape[1])))
    back = widen(X).T.dot(dZ)
    return dZ.dot(theta.T)[:, :-1].copy(), back[:-1].copy(), back[-1:].copy()


def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    Y = np.asarray(Y, dtype=float)
    wide = widen(X)
    m = wide.shape[0]
    if Y.shape != (m, 1):
        raise ValueError("Y must have shape (m, 1)")
    theta = stack(W, b)
    slope = wide.T.dot(squash(wide.dot(theta)) - Y) / m
    charged = theta.copy()
    charged[-1] = 0.0
    slope += l1 * np.sign(charged) + l2 * charged
    theta -= lr * slope
    return theta[:-1].copy(), theta[-1:].copy()


class BatchLogistic:
    def __init__(self):
        self.W = None
        self.b = None
        self.losses = []
        self.val_losses = []

    def fit(self, X, Y, X_val, Y_val, lr, epochs):
        wide, wide_val = widen(X), widen(X_val)
        Y, Y_val = np.asarray(Y, dtype=float), np.asarray(Y_val, dtype=float)
        theta = np.zeros((wide.shape[1], 1))
        self.losses, self.val_losses = [], []

        def loss(inputs, targets):
            Z = inputs.dot(theta)
            return float(np.mean(np.logaddexp(0.0, Z) - targets * Z))

        for _ in range(epochs):
            theta = theta - lr / len(wide) * wide.T.dot(squash(wide.dot(theta)) - Y)
            self.losses.append(loss(wide, Y))
            self.val_losses.append(loss(wide_val, Y_val))
        self.W, self.b = theta[:-1].copy(), theta[-1:].copy()
        return self

    def predict(self, X):
        return (forward(X, self.W, self.b) >= 0).astype(int)
