"""Regularization: the bias as one more weight, penalties by masks."""
import numpy as np
import autograder.notebook
from a03_sigmoid_cross_entropy import binary_cross_entropy, sigmoid


def _power_sum(w, power):
    return float(np.sum(np.power(np.abs(np.asarray(w, dtype=float)), power)))


def l1_norm(w):
    return _power_sum(w, 1)


def l2_norm(w):
    return _power_sum(w, 2) ** (1 / 2)


def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    a, y = np.array(a, dtype=float), np.array(y, dtype=float)
    if a.shape != y.shape:
        raise ValueError("a and y must agree in shape")
    total = np.sum(binary_cross_entropy(a, y))
    return float(total / a.size + l1 * _power_sum(w, 1) + 0.5 * l2 * _power_sum(w, 2))


def l1_gradient(w, strength):
    w = np.asarray(w, dtype=float)
    return np.piecewise(w, [w > 0, w < 0], [strength, -strength, 0.0])


def l2_gradient(w, strength):
    slopes = np.array(w, dtype=float)
    slopes *= strength
    return slopes


def _with_ones(x):
    return np.concatenate([x, np.ones((len(x), 1))], axis=1)


def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    x, y, w = np.asarray(x, dtype=float), np.asarray(y, dtype=float), np.asarray(w, dtype=float)
    if x[..., 0].shape != y.shape:
        raise ValueError("there must be one label for each sample")
    rows = _with_ones(np.atleast_2d(x))
    theta = np.concatenate([w, [b]])
    slope = (sigmoid(rows @ theta) - np.atleast_1d(y)) @ rows / len(rows)
    slope[:-1] += l1_gradient(w, l1)
    slope[:-1] += l2_gradient(w, l2)
    theta = theta - lr * slope
    return theta[:-1].copy(), float(theta[-1])


class RegularizedNeuron:
    def __init__(self):
        self.w = None
        self.b = 0.0
        self.losses = []

    @staticmethod
    def _walk(X, y, lr, steps, l1, l2):
        """Yield parameters and loss after each step."""
        w, b = np.zeros(X.shape[1]), 0.0
        for _ in range(steps):
            w, b = regularized_update(X, y, w, b, lr, l1, l2)
            a = sigmoid(_with_ones(X) @ np.append(w, b))
            yield w, b, regularized_loss(a, y, w, l1, l2)

    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        X = np.asarray(X, dtype=float)
        self.w, self.b, self.losses = np.zeros(X.shape[1]), 0.0, []
        for self.w, self.b, loss in self._walk(X, y, lr, steps, l1, l2):
            self.losses.append(loss)
        return self

    def predict(self, X):
        return (np.sum(self.w * X, axis=1) + self.b >= 0).astype(int)
