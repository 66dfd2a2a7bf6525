from __future__ import annotations

import math
import sys
from dataclasses import dataclass, field

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import binary_cross_entropy, sigmoid

# Weights and bias live in one vector, theta; the bias is its last entry.


# %% task="A06.1"
def l1_norm(w):
    """Sum of the absolute values of all entries."""
    return math.fsum(map(abs, np.ravel(w).astype(float)))


# %% task="A06.2"
def l2_norm(w):
    """Length of w, measured as the crow flies."""
    return math.hypot(*np.ravel(w).astype(float))


# %% task="A06.3"
def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    """Mean cross-entropy plus l1 * |w| plus l2 / 2 * |w|^2."""
    costs = np.ravel(binary_cross_entropy(a, y))
    w = np.ravel(w).astype(float)
    return np.einsum("i->", costs) / costs.size + l1 * l1_norm(w) + l2 * np.einsum("j,j->", w, w) / 2


# %% task="A06.4"
def l1_gradient(w, strength):
    """strength, -strength or 0, by the sign of the weight."""
    w = np.asarray(w, dtype=float)
    return strength * (w > 0) - strength * (w < 0.0)


# %% task="A06.5"
def l2_gradient(w, strength):
    """Proportional to the weight."""
    return np.multiply.outer(float(strength), np.asarray(w, dtype=float))


# %% task="A06.6"
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    """One step; x is a row or a table."""
    rows = np.atleast_2d(np.asarray(x, dtype=float))
    m, n = rows.shape
    match np.ndim(x), np.shape(y):
        case 1, () | (1,):
            labels = np.reshape(y, 1)
        case 2, (k,) if k == m:
            labels = np.asarray(y)
        case _, shape:
            raise ValueError(f"labels of shape {shape} for x of shape {np.shape(x)}")
    theta = np.append(np.asarray(w, dtype=float), b)
    with_ones = np.concatenate([rows, np.ones((m, 1))], axis=1)
    error = sigmoid(np.einsum("ij,j->i", with_ones, theta)) - labels
    slope = np.einsum("i,ij->j", error, with_ones) / m
    slope[:n] += l1_gradient(theta[:n], l1) + l2_gradient(theta[:n], l2)
    theta -= lr * slope
    return theta[:n], theta[n]


# %% task="A06.7"
@dataclass(eq=False, repr=False)
class RegularizedNeuron:
    """A logistic neuron trained with L1 and L2 penalties on the full batch."""

    w: np.ndarray | None = None
    b: float = 0.0
    losses: list = field(default_factory=list)

    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        """Train by full-batch gradient descent, starting from zeros."""
        X = np.array(X, dtype=float, order="F")
        match np.shape(y):
            case (m,) if m == len(X):
                self.__init__(np.zeros(X.shape[1]))
            case shape:
                raise ValueError(f"y has the shape {shape}")
        while len(self.losses) < steps:
            self.w, self.b = regularized_update(X, y, self.w, self.b, lr, l1, l2)
            self.losses.append(regularized_loss(sigmoid(X @ self.w + self.b), y, self.w, l1, l2))
        return self

    def predict(self, X):
        return (np.sum(self.w * X, axis=1) + self.b >= 0).astype(int)


# %% tags=["experiment"]
if __name__ == "__main__":
    import figures

    figures.penalties(sys.modules[__name__])
    figures.strengths(sys.modules[__name__])
