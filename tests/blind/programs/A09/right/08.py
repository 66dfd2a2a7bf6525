# Softmax by log-add-exp; the gradient by the chain rule, row by row.
import sys
from typing import NamedTuple

import numpy as np
import autograder.notebook
from a03_sigmoid_cross_entropy import sigmoid
from a07_matrix_form import forward as linear_forward
from a07_matrix_form import linear_backward


class Layer(NamedTuple):
    W: str
    b: str


HIDDEN, OUTPUT = Layer("W1", "b1"), Layer("W2", "b2")


def minibatches(m, batch_size, rng=None):
    remaining = list(range(m)) if rng is None else rng.permutation(m).tolist()
    batches = []
    while remaining:
        batches.append(np.asarray(remaining[:batch_size], dtype=np.intp))
        del remaining[:batch_size]
    return batches


def inverse_sigmoid(a):
    a = np.asarray(a, dtype=float)
    if np.sum((a > 0) * (a < 1)) != a.size:
        raise ValueError("a must lie inside (0, 1)")
    return np.log(a) - np.log(1 - a)


def softmax(Z):
    Z = np.asarray(Z, dtype=float)
    return np.exp(Z - np.logaddexp.reduce(Z, axis=-1, keepdims=True))


def one_hot(labels, c):
    labels = np.asarray(labels)
    if not set(labels.tolist()) <= set(range(c)):
        raise ValueError("a label names no class")
    Y = np.zeros((labels.size, c))
    for row, label in zip(Y, labels):
        row[label] = 1
    return Y


def check_targets(outputs, Y):
    if np.shape(outputs) != np.shape(Y):
        raise ValueError(f"outputs have shape {np.shape(outputs)} but Y has {np.shape(Y)}")
    if np.any(np.abs(np.sum(Y, axis=-1) - 1) > 1e-6):
        raise ValueError("every row of Y must add up to 1")


def cross_entropy(A, Y, eps=1e-12):
    check_targets(A, Y)
    A = np.array(A, dtype=float)
    A[A < eps] = eps
    A[A > 1 - eps] = 1 - eps
    return float(np.tensordot(Y, -np.log(A), axes=2)) / len(A)


def softmax_jacobian(a):
    a = np.asarray(a, dtype=float)
    J = np.empty((a.size, a.size))
    for i in range(a.size):
        J[i] = -a[i] * a
        J[i, i] = a[i] - a[i] ** 2
    return J


def softmax_ce_gradient(Z, Y):
    check_targets(Z, Y)
    A = softmax(Z)
    m, c = A.shape
    gradient = np.empty((m, c))
    for i in range(m):
        # d log(a_r) / d z_j = [r == j] - a_j
        slopes = np.eye(c) - A[i]
        gradient[i] = -(np.asarray(Y[i], dtype=float) @ slopes) / m
    return gradient


class MultiClassNet:
    def __init__(self, params):
        self.params = {name: np.array(value, dtype=float) for name, value in params.items()}
        self.losses = []

    def forward(self, X):
        A1 = sigmoid(linear_forward(X, self.params["W1"], self.params["b1"]))
        return A1, linear_forward(A1, self.params["W2"], self.params["b2"])

    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        m = len(X)
        self.losses = []
        for _ in range(epochs):
            for rows in minibatches(m, batch_size, rng):
                x, y = np.asarray(X)[rows], np.asarray(Y)[rows]
                grads = {name: np.zeros_like(value) for name, value in self.params.items()}
                A1, Z2 = self.forward(x)
                A2 = softmax(Z2)
                for xi, ai, pi, yi in zip(x, A1, A2, y):
                    d2 = (pi - yi) / len(rows)
                    d1 = self.params["W2"] @ d2 * ai * (1 - ai)
                    for layer, value, d in ((HIDDEN, xi, d1), (OUTPUT, ai, d2)):
                        grads[layer.W] += np.outer(value, d)
                        grads[layer.b] += d
                for name in grads:
                    self.params[name] = self.params[name] - lr * grads[name]
            self.losses.append(float(cross_entropy(softmax(self.forward(X)[1]), Y)))
        return self

    def predict(self, X):
        probabilities = softmax(self.forward(X)[1])
        return np.array([max(range(len(p)), key=p.__getitem__) for p in probabilities])
