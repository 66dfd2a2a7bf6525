"""A06 · L1 and L2 regularization."""
import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import binary_cross_entropy, sigmoid


def l1_norm(w):
    return float(np.sum(np.abs(np.asarray(w, dtype=float))))


def l2_norm(w):
    w = np.asarray(w, dtype=float)
    return float(np.sqrt(np.sum(w**2)))


def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    a = np.asarray(a, dtype=float)
    y = np.asarray(y, dtype=float)
    if a.shape != y.shape:
        raise ValueError(f"shapes differ: {a.shape} and {y.shape}")
    data = np.mean(binary_cross_entropy(a, y))
    return float(data + l1 * l1_norm(w) + l2 / 2 * l2_norm(w) ** 2)


def l1_gradient(w, strength):
    return strength * np.sign(np.asarray(w, dtype=float))


def l2_gradient(w, strength):
    return strength * np.asarray(w, dtype=float)


def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    w = np.asarray(w, dtype=float)
    if y.shape != x.shape[:-1]:
        raise ValueError(f"y has shape {y.shape} instead of {x.shape[:-1]}")
    rows = np.atleast_2d(x)
    error = np.atleast_1d(sigmoid(np.sum(w * x, axis=-1) + b) - y)
    dw = np.mean(error[:, np.newaxis] * rows, axis=0) + l1_gradient(w, l1) + l2_gradient(w, l2)
    db = np.mean(error)
    return w - lr * dw, float(b - lr * db)


class RegularizedNeuron:
    def __init__(self):
        self.w = None
        self.b = 0.0
        self.losses = []

    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        X = np.asarray(X, dtype=float)
        self.w = np.zeros(X.shape[1])
        self.b = 0.0
        self.losses = []
        for _ in range(steps):
            self.w, self.b = regularized_update(X, y, self.w, self.b, lr, l1, l2)
            a = sigmoid(np.sum(self.w * X, axis=1) + self.b)
            self.losses.append(regularized_loss(a, y, self.w, l1, l2))
        return self

    def predict(self, X):
        return (np.sum(self.w * X, axis=1) + self.b >= 0).astype(int)
