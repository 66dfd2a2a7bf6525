import math
import sys
from typing import NamedTuple

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import binary_cross_entropy, logistic_gradient, sigmoid


class Parameters(NamedTuple):
    w: np.ndarray
    b: float


# %% task="A06.1"
def l1_norm(w):
    """Sum of the absolute values."""
    total = 0.0
    for weight in np.ravel(w):
        total += abs(float(weight))
    return total


# %% task="A06.2"
def l2_norm(w):
    """Root of the sum of the squares."""
    total = 0.0
    for weight in np.ravel(w):
        total += float(weight) * float(weight)
    return math.sqrt(total)


# %% task="A06.3"
def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    """Mean cross-entropy plus penalties."""
    if np.ndim(a) > 0 and np.ndim(y) > 0 and np.shape(a) != np.shape(y):
        raise ValueError("a and y have different shapes")
    a, y = np.broadcast_arrays(a, y)
    total = 0.0
    for one_a, one_y in zip(a.ravel(), y.ravel()):
        total += binary_cross_entropy(float(one_a), float(one_y))
    loss = total / a.size
    for weight in np.ravel(w):
        weight = float(weight)
        loss += l1 * abs(weight) + l2 * weight * weight / 2
    return loss


# %% task="A06.4"
def l1_gradient(w, strength):
    """Slope of the L1 penalty."""
    if np.ndim(w) == 0:
        if w > 0:
            return float(strength)
        if w < 0:
            return -float(strength)
        return 0.0
    slopes = [l1_gradient(part, strength) for part in w]
    return np.array(slopes, dtype=float).reshape(np.shape(w))


# %% task="A06.5"
def l2_gradient(w, strength):
    """Slope of the L2 penalty."""
    if np.ndim(w) == 0:
        return strength * float(w)
    slopes = [l2_gradient(part, strength) for part in w]
    return np.array(slopes, dtype=float).reshape(np.shape(w))


# %% task="A06.6"
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    """One step on the regularized loss, row after row."""
    if np.ndim(x) == 1:
        rows, labels = [x], [y]
    else:
        rows, labels = x, y
        if np.shape(y) != (len(x),):
            raise ValueError("y must have the shape (m,)")
    if np.ndim(labels[0]) != 0:
        raise ValueError("a single sample has a single label")
    dw = np.zeros(len(w))
    db = 0.0
    for row, label in zip(rows, labels):
        one_dw, one_db = logistic_gradient(row, label, w, b)
        dw += one_dw / len(rows)
        db += one_db / len(rows)
    dw += l1_gradient(w, l1)
    dw += l2_gradient(w, l2)
    return Parameters(w - lr * dw, b - lr * db)


# %% task="A06.7"
class RegularizedNeuron:
    """A logistic neuron trained with L1 and L2 penalties on the full batch."""

    def __init__(self):
        self.w = None
        self.b = 0.0
        self.losses = []

    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        X = np.asarray(X)
        y = np.asarray(y)
        if y.shape != (X.shape[0],):
            raise ValueError("y must have the shape (m,)")
        parameters = Parameters(np.zeros(X.shape[1]), 0.0)
        losses = []
        for _ in range(steps):
            parameters = regularized_update(X, y, *parameters, lr, l1=l1, l2=l2)
            a = sigmoid(np.sum(parameters.w * X, axis=1) + parameters.b)
            losses.append(regularized_loss(a, y, parameters.w, l1=l1, l2=l2))
        self.w, self.b = parameters
        self.losses = losses
        return self

    def predict(self, X):
        return (np.sum(self.w * X, axis=1) + self.b >= 0).astype(int)


# %% tags=["experiment"]
if __name__ == "__main__":
    import figures

    figures.penalties(sys.modules[__name__])
