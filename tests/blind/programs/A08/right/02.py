import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import binary_cross_entropy, sigmoid


# loops everywhere, except in the training, which would take too long


def init_params(n, k, rng, out=1):
    W1 = np.zeros((n, k))
    for i in range(n):
        for j in range(k):
            W1[i, j] = rng.normal()
    W2 = np.zeros((k, out))
    for i in range(k):
        for j in range(out):
            W2[i, j] = rng.normal()
    b1 = np.zeros((1, k))
    b2 = np.zeros((1, out))
    print("parameters:", W1.size + W2.size + b1.size + b2.size)
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def forward(params, X):
    m = X.shape[0]
    W1 = params["W1"]
    b1 = params["b1"]
    W2 = params["W2"]
    b2 = params["b2"]
    k = W1.shape[1]
    out = W2.shape[1]
    Z1 = np.zeros((m, k))
    Z2 = np.zeros((m, out))
    for j in range(k):
        Z1[:, j] = b1[0, j]
        for p in range(W1.shape[0]):
            Z1[:, j] = Z1[:, j] + X[:, p] * W1[p, j]
    A1 = sigmoid(Z1)
    for j in range(out):
        Z2[:, j] = b2[0, j]
        for p in range(k):
            Z2[:, j] = Z2[:, j] + A1[:, p] * W2[p, j]
    A2 = sigmoid(Z2)
    cache = {}
    cache["Z1"] = Z1
    cache["A1"] = A1
    cache["Z2"] = Z2
    cache["A2"] = A2
    return cache


def output_delta(A2, Y):
    if len(A2.shape) != len(Y.shape):
        raise ValueError("one of the two is not a matrix")
    for size_a, size_y in zip(A2.shape, Y.shape):
        if size_a != size_y:
            raise ValueError("different shapes")
    m = A2.shape[0]
    delta = np.zeros(A2.shape)
    for i in range(m):
        for j in range(A2.shape[1]):
            delta[i, j] = (float(A2[i, j]) - float(Y[i, j])) / m
    return delta


def output_grads(A1, dZ2):
    m, k = A1.shape
    out = dZ2.shape[1]
    dW2 = np.zeros((k, out))
    db2 = np.zeros((1, out))
    for i in range(m):
        for j in range(out):
            db2[0, j] += dZ2[i, j]
            for p in range(k):
                dW2[p, j] += float(A1[i, p]) * float(dZ2[i, j])
    return (dW2, db2)


def hidden_delta(dZ2, W2, A1):
    m, k = A1.shape
    dZ1 = np.zeros((m, k))
    for i in range(m):
        for p in range(k):
            arriving = 0.0
            for j in range(W2.shape[1]):
                arriving += float(dZ2[i, j]) * float(W2[p, j])
            a = float(A1[i, p])
            dZ1[i, p] = arriving * a * (1 - a)
    return dZ1


def backward(params, cache, X, Y):
    A1 = cache["A1"]
    dZ2 = output_delta(cache["A2"], Y)
    dW2, db2 = output_grads(A1, dZ2)
    dZ1 = hidden_delta(dZ2, params["W2"], A1)
    # the hidden layer is a layer like the other, with X as its input
    dW1, db1 = output_grads(X, dZ1)
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}


class TwoLayerNet:
    def __init__(self, params):
        self.params = {name: np.array(value, dtype=float) for name, value in params.items()}
        self.losses = []

    def fit(self, X, Y, lr, epochs):
        self.losses = []
        m = X.shape[0]
        W1 = self.params["W1"]
        b1 = self.params["b1"]
        W2 = self.params["W2"]
        b2 = self.params["b2"]
        for epoch in range(epochs):
            A1 = sigmoid(np.dot(X, W1) + b1)
            A2 = sigmoid(np.dot(A1, W2) + b2)
            dZ2 = (A2 - Y) / m
            dZ1 = np.dot(dZ2, W2.T) * A1 * (1 - A1)
            W2 = W2 - lr * np.dot(A1.T, dZ2)
            b2 = b2 - lr * dZ2.sum()
            W1 = W1 - lr * np.dot(X.T, dZ1)
            b1 = b1 - lr * dZ1.sum(axis=0)
            A1 = sigmoid(np.dot(X, W1) + b1)
            A2 = sigmoid(np.dot(A1, W2) + b2)
            loss = binary_cross_entropy(A2, Y).sum() / m
            self.losses.append(float(loss))
        self.params = {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
        if len(self.losses) > 0:
            print("loss at the end:", self.losses[-1])
        return self

    def predict(self, X):
        return (forward(self.params, X)["A2"] >= 0.5).astype(int)


def collapse_linear(W1, b1, W2, b2):
    n = W1.shape[0]
    k = W1.shape[1]
    out = W2.shape[1]
    W = np.zeros((n, out))
    b = np.zeros((1, out))
    for j in range(out):
        for i in range(n):
            for p in range(k):
                W[i, j] += float(W1[i, p]) * float(W2[p, j])
        b[0, j] = b2[0, j]
        for p in range(k):
            b[0, j] += float(b1[0, p]) * float(W2[p, j])
    return (W, b)
