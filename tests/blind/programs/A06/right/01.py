# Regularization with plain loops over the weights.
import math

import numpy as np
import autograder.notebook
from a03_sigmoid_cross_entropy import binary_cross_entropy, sigmoid


def l1_norm(w):
    total = 0.0
    for value in np.ravel(w):
        value = float(value)
        if value < 0:
            total -= value
        else:
            total += value
    return total


def l2_norm(w):
    total = 0.0
    for value in np.ravel(w):
        total += float(value) * float(value)
    return math.sqrt(total)


def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    if np.shape(a) != np.shape(y):
        raise ValueError("a and y must have the same shape")
    costs = np.ravel(binary_cross_entropy(np.array(a, dtype=float), np.array(y, dtype=float)))
    total = 0.0
    for cost in costs:
        total += cost
    loss = total / len(costs)
    for value in np.ravel(w):
        value = float(value)
        loss += l1 * abs(value)
        loss += 0.5 * l2 * value * value
    return loss


def l1_gradient(w, strength):
    w = np.array(w, dtype=float)
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        if w[place] > 0:
            slopes[place] = strength
        elif w[place] < 0:
            slopes[place] = -strength
    return slopes


def l2_gradient(w, strength):
    w = np.array(w, dtype=float)
    slopes = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        slopes[place] = strength * w[place]
    return slopes


def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    x = np.array(x, dtype=float)
    y = np.array(y, dtype=float)
    w = np.array(w, dtype=float)
    if x.ndim == 1:
        x = x.reshape(1, len(x))
        y = y.reshape(1)
    m = len(x)
    if y.shape != (m,):
        raise ValueError("y must have shape (m,)")
    z = np.zeros(m) + b
    for j in range(len(w)):
        z = z + w[j] * x[:, j]
    error = sigmoid(z) - y
    pull1 = l1_gradient(w, l1)
    pull2 = l2_gradient(w, l2)
    new_w = np.zeros(len(w))
    for j in range(len(w)):
        slope = np.sum(error * x[:, j]) / m
        slope = slope + pull1[j] + pull2[j]
        new_w[j] = w[j] - lr * slope
    new_b = b - lr * (np.sum(error) / m)
    return new_w, new_b


class RegularizedNeuron:
    def __init__(self):
        self.w = None
        self.b = 0.0
        self.losses = []

    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        X = np.array(X, dtype=float)
        self.w = np.zeros(X.shape[1])
        self.b = 0.0
        self.losses = []
        step = 0
        while step < steps:
            self.w, self.b = regularized_update(X, y, self.w, self.b, lr, l1=l1, l2=l2)
            z = X.dot(self.w) + self.b
            self.losses.append(regularized_loss(sigmoid(z), y, self.w, l1=l1, l2=l2))
            step += 1
        return self

    def predict(self, X):
        return (np.sum(self.w * X, axis=1) + self.b >= 0).astype(int)
