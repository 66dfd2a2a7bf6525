import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import binary_cross_entropy, sigmoid


def linear_gradient(X, y, w, b):
    m = len(X)
    n = len(w)
    if np.shape(y) != (m,):
        raise ValueError("wrong shape of y: " + str(np.shape(y)))
    dw = [0.0] * n
    db = 0.0
    for i in range(m):
        prediction = float(b)
        for j in range(n):
            prediction += float(w[j]) * float(X[i][j])
        error = prediction - float(y[i])
        for j in range(n):
            dw[j] += error * float(X[i][j])
        db += error
    for j in range(n):
        dw[j] /= m
    db /= m
    return np.array(dw), db


class LogisticNeuron:
    def __init__(self):
        self.w = None
        self.b = 0.0
        self.losses = []

    def forpass(self, x):
        if np.shape(x) != np.shape(self.w):
            raise ValueError("wrong shape of x: " + str(np.shape(x)))
        z = float(self.b)
        for j in range(len(x)):
            z += float(self.w[j]) * float(x[j])
        return z

    def backprop(self, x, err):
        dw = np.zeros(len(x))
        for j in range(len(x)):
            dw[j] = float(err) * float(x[j])
        return dw, float(err)

    def fit(self, X, y, lr, epochs, order=None):
        m = len(X)
        n = len(X[0])
        if np.size(y) != m:
            raise ValueError("number of labels and number of rows differ")
        labels = []
        for label in y:
            labels.append(float(label[0]) if np.ndim(label) == 1 else float(label))
        rows = []
        if order is None:
            for i in range(m):
                rows.append(i)
        else:
            for i in order:
                rows.append(int(i))
        w = [0.0] * n
        b = 0.0
        losses = []
        for epoch in range(epochs):
            loss = 0.0
            for i in rows:
                z = b
                for j in range(n):
                    z += w[j] * float(X[i][j])
                a = float(sigmoid(z))
                loss += float(binary_cross_entropy(a, labels[i]))
                err = a - labels[i]
                for j in range(n):
                    w[j] -= lr * err * float(X[i][j])
                b -= lr * err
            losses.append(loss / m)
        self.w = np.array(w)
        self.b = b
        self.losses = losses
        return self

    def predict(self, X, threshold=0.5):
        classes = np.zeros(len(X), dtype=int)
        for i in range(len(X)):
            if sigmoid(self.forpass(X[i])) >= threshold:
                classes[i] = 1
        return classes


def decision_boundary(x1, w, b):
    if w[1] == 0:
        raise ValueError("w[1] is 0")
    if np.ndim(x1) == 0:
        return -(float(w[0]) * float(x1) + float(b)) / float(w[1])
    parts = []
    for part in x1:
        parts.append(decision_boundary(part, w, b))
    return np.array(parts, dtype=float).reshape(np.shape(x1))
