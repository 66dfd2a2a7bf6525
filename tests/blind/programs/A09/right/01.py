# Plain loops all the way through.
import math
import sys

import numpy as np
import autograder.notebook
from a03_sigmoid_cross_entropy import sigmoid
from a07_matrix_form import forward as linear_forward
from a07_matrix_form import linear_backward


def minibatches(m, batch_size, rng=None):
    order = []
    for i in range(m):
        order.append(i)
    if rng is not None:
        # Fisher and Yates
        for i in range(m - 1, 0, -1):
            j = int(rng.integers(0, i + 1))
            order[i], order[j] = order[j], order[i]
    batches = []
    current = []
    for row in order:
        current.append(row)
        if len(current) == batch_size:
            batches.append(np.array(current, dtype=int))
            current = []
    if len(current) > 0:
        batches.append(np.array(current, dtype=int))
    return batches


def inverse_sigmoid(a):
    values = np.asarray(a, dtype=float)
    for one in values.ravel():
        if one <= 0 or one >= 1:
            raise ValueError("not a probability between 0 and 1: " + str(one))
    if values.ndim == 0:
        return -math.log(1 / float(values) - 1)
    result = np.zeros(values.shape)
    for place in np.ndindex(values.shape):
        result[place] = -math.log(1 / float(values[place]) - 1)
    return result


def softmax(Z):
    Z = np.array(Z, dtype=float)
    one_row = Z.ndim == 1
    if one_row:
        Z = Z.reshape(1, -1)
    m, c = Z.shape
    A = np.zeros((m, c))
    for i in range(m):
        biggest = Z[i][0]
        for j in range(c):
            if Z[i][j] > biggest:
                biggest = Z[i][j]
        total = 0.0
        for j in range(c):
            A[i][j] = math.exp(Z[i][j] - biggest)
            total = total + A[i][j]
        for j in range(c):
            A[i][j] = A[i][j] / total
    if one_row:
        return A[0]
    return A


def one_hot(labels, c):
    Y = np.zeros((len(labels), c))
    for i in range(len(labels)):
        label = int(labels[i])
        if label < 0:
            raise ValueError("negative label")
        if label >= c:
            raise ValueError("label too large")
        Y[i][label] = 1.0
    return Y


def check_targets(outputs, Y):
    if np.shape(outputs) != np.shape(Y):
        raise ValueError(f"outputs have shape {np.shape(outputs)} but Y has {np.shape(Y)}")
    if np.any(np.abs(np.sum(Y, axis=-1) - 1) > 1e-6):
        raise ValueError("every row of Y must add up to 1")


def cross_entropy(A, Y, eps=1e-12):
    check_targets(A, Y)
    m, c = np.shape(A)
    total = 0.0
    for i in range(m):
        row = 0.0
        for j in range(c):
            p = float(A[i][j])
            if p < eps:
                p = eps
            if p > 1 - eps:
                p = 1 - eps
            row = row - float(Y[i][j]) * math.log(p)
        total = total + row
    return total / m


def softmax_jacobian(a):
    c = len(a)
    J = np.zeros((c, c))
    for i in range(c):
        for j in range(c):
            if i == j:
                J[i][j] = a[i] * (1 - a[i])
            else:
                J[i][j] = -a[i] * a[j]
    return J


def softmax_ce_gradient(Z, Y):
    check_targets(Z, Y)
    A = softmax(Z)
    m, c = A.shape
    G = np.zeros((m, c))
    for i in range(m):
        for j in range(c):
            G[i][j] = (A[i][j] - Y[i][j]) / m
    return G


class MultiClassNet:
    def __init__(self, params):
        self.params = {name: np.array(value, dtype=float) for name, value in params.items()}
        self.losses = []

    def forward(self, X):
        A1 = sigmoid(linear_forward(X, self.params["W1"], self.params["b1"]))
        return A1, linear_forward(A1, self.params["W2"], self.params["b2"])

    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        self.losses = []
        m = len(X)
        for epoch in range(epochs):
            batches = minibatches(m, batch_size, rng)
            for b in range(len(batches)):
                rows = batches[b]
                xb = X[rows]
                yb = Y[rows]
                A1, Z2 = self.forward(xb)
                A2 = softmax(Z2)
                B = len(rows)
                dZ2 = (A2 - yb) / B
                dZ1 = np.dot(dZ2, self.params["W2"].T) * A1 * (1 - A1)
                dW2 = np.dot(A1.T, dZ2)
                db2 = np.sum(dZ2, axis=0).reshape(1, -1)
                dW1 = np.dot(xb.T, dZ1)
                db1 = np.sum(dZ1, axis=0).reshape(1, -1)
                self.params["W1"] = self.params["W1"] - lr * dW1
                self.params["b1"] = self.params["b1"] - lr * db1
                self.params["W2"] = self.params["W2"] - lr * dW2
                self.params["b2"] = self.params["b2"] - lr * db2
            A1, Z2 = self.forward(X)
            loss = cross_entropy(softmax(Z2), Y)
            self.losses.append(loss)
        return self

    def predict(self, X):
        A1, Z2 = self.forward(X)
        answer = []
        for i in range(len(Z2)):
            best = 0
            for j in range(1, len(Z2[i])):
                if Z2[i][j] > Z2[i][best]:
                    best = j
            answer.append(best)
        return np.array(answer, dtype=int)
