import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import bce_with_logits, sigmoid
from a06_regularization import l1_gradient, l2_gradient

def matmul_shape(a, b):
    if a[1] != b[0]:
        raise ValueError("no such product")
    return (a[0], b[1])


def forward(X, W, b):
    return X @ W + b


def weight_gradient(X, err):
    if err.ndim != 2 or len(err) != len(X):
        raise ValueError("err must be a matrix with one row per sample")
    return X.T @ err / len(X)


def linear_backward(X, W, dZ):
    return dZ @ W.T, X.T @ dZ, np.sum(dZ, axis=0, keepdims=True)


def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    if Y.shape != (len(X), 1):
        raise ValueError("Y must be a column with one row per sample")
    err = sigmoid(forward(X, W, b)) - Y
    dW = weight_gradient(X, err) + l1 * np.sign(W) + l2 * W
    db = np.mean(err)
    return W - lr * dW, b - lr * db


class BatchLogistic:
    def __init__(self):
        self.W = None
        self.b = None
        self.losses = []
        self.val_losses = []

    def fit(self, X, Y, X_val, Y_val, lr, epochs):
        self.W, self.b = np.zeros((X.shape[1], 1)), np.zeros((1, 1))
        self.losses, self.val_losses = [], []
        for _ in range(epochs):
            self.W, self.b = batch_update(X, Y, self.W, self.b, lr)
            self.losses.append(np.mean(bce_with_logits(forward(X, self.W, self.b), Y)))
            self.val_losses.append(np.mean(bce_with_logits(forward(X_val, self.W, self.b), Y_val)))
        return self

    def predict(self, X):
        return (forward(X, self.W, self.b) >= 0).astype(int)
