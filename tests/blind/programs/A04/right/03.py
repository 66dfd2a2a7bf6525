import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import binary_cross_entropy, sigmoid


# A04, first try

def linear_gradient(X, y, w, b):
    X = np.array(X) * 1.0
    y = np.array(y) * 1.0
    w = np.array(w) * 1.0
    m = X.shape[0]
    n = X.shape[1]
    if len(y.shape) != 1:
        print("y should be flat")
        raise ValueError("y should be flat")
    if y.shape[0] != m:
        print("m is", m, "but y has", y.shape[0])
        raise ValueError("wrong number of targets")
    y_hat = np.dot(X, w) + b
    diff = y_hat - y
    dw = np.zeros(n)
    for j in range(n):
        dw[j] = np.mean(diff * X[:, j])
    db = np.mean(diff)
    return dw, db


class LogisticNeuron:
    def __init__(self):
        self.w = None
        self.b = 0.0
        self.losses = []

    def forpass(self, x):
        x = np.array(x, dtype=float)
        if x.shape != np.array(self.w).shape:
            raise ValueError("x and w do not fit")
        z = np.sum(x * np.array(self.w, dtype=float)) + self.b
        return z

    def backprop(self, x, err):
        x = np.array(x, dtype=float)
        dw = x * err
        db = 1 * err
        return dw, db

    def fit(self, X, y, lr, epochs, order=None):
        X = np.array(X, dtype=float)
        y = np.array(y, dtype=float)
        y = y.flatten()
        if y.shape[0] != X.shape[0]:
            raise ValueError("X and y do not fit")
        if order is None:
            order = np.arange(X.shape[0])
        self.w = np.zeros(X.shape[1])
        self.b = 0.0
        self.losses = []
        for e in range(epochs):
            loss_sum = 0
            number = 0
            for i in order:
                z = self.forpass(X[i])
                a = sigmoid(z)
                loss_sum = loss_sum + binary_cross_entropy(a, y[i])
                number = number + 1
                err = a - y[i]
                dw, db = self.backprop(X[i], err)
                self.w = self.w - lr * dw
                self.b = self.b - lr * db
            self.losses.append(loss_sum / number)
        if epochs > 0:
            print("last loss:", self.losses[-1])
        return self

    def predict(self, X, threshold=0.5):
        X = np.array(X, dtype=float)
        result = []
        for x in X:
            a = sigmoid(self.forpass(x))
            if a < threshold:
                result.append(0)
            else:
                result.append(1)
        return np.array(result, dtype=int)


def decision_boundary(x1, w, b):
    x1 = np.array(x1, dtype=float)
    w1 = float(w[0])
    w2 = float(w[1])
    if w2 == 0.0:
        raise ValueError("can not divide by 0")
    x2 = (-b - w1 * x1) / w2
    return x2
