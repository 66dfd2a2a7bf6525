# %% [markdown]
# # A04 with augmented vectors
# I put the bias at the end of the weights: theta = (w, b), and a 1 at the end of every row.

# %%
from __future__ import annotations

import sys
from dataclasses import dataclass, field
from functools import partial

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import bce_with_logits, sigmoid

weigh = partial(np.einsum, "...j,j->...")


def with_ones(X):
    """The rows of X with a 1 behind each."""
    X = np.asarray(X, dtype=np.float64)
    return np.concatenate([X, np.ones(X.shape[:-1] + (1,))], axis=-1)


# %% task="A04.1"
def linear_gradient(X, y, w, b):
    """Slopes of the mean half squared error."""
    rows = with_ones(X)
    match np.shape(y):
        case (count,) if count == len(rows):
            pass
        case shape:
            raise ValueError(f"y has the shape {shape}, expected ({len(rows)},)")
    error = weigh(rows, np.append(np.asarray(w, dtype=np.float64), b)) - y
    slopes = np.einsum("i,ij->j", error, rows) / len(rows)
    return slopes[:-1], slopes[-1]


# %% task="A04.2 A04.3 A04.4 A04.5"
@dataclass(eq=False)
class LogisticNeuron:
    """A neuron that answers with the probability of class 1."""

    w: np.ndarray | None = None
    b: float = 0.0
    losses: list[float] = field(default_factory=list)

    def forpass(self, x):
        match np.shape(x), np.shape(self.w):
            case (n,), (k,) if n == k:
                return np.einsum("j,j->", np.asarray(x, dtype=np.float64), self.w) + self.b
            case got, want:
                raise ValueError(f"x has the shape {got}, the weights have {want}")

    def backprop(self, x, err):
        slopes = err * with_ones(x)
        return slopes[:-1], slopes[-1]

    def fit(self, X, y, lr, epochs, order=None):
        rows, labels = with_ones(X), np.ravel(y).astype(np.float64)
        m, n = np.shape(X)
        if labels.shape != (m,):
            raise ValueError(f"{labels.size} labels, {m} rows")
        visits = np.arange(m) if order is None else np.array(order)
        theta = np.zeros(n + 1)
        losses = np.zeros(epochs)
        for epoch in range(epochs):
            costs = []
            for x, label in zip(rows[visits], labels[visits]):
                z = weigh(x, theta)
                costs.append(bce_with_logits(z, label))
                theta = theta - lr * (sigmoid(z) - label) * x
            losses[epoch] = np.mean(costs)
        self.w, self.b, self.losses = theta[:-1], theta[-1], losses.tolist()
        return self

    def predict(self, X, threshold=0.5):
        a = sigmoid(weigh(np.asarray(X, dtype=np.float64), self.w) + self.b)
        return np.where(a >= threshold, 1, 0)


# %% task="A04.6"
def decision_boundary(x1, w, b):
    """The second feature on the boundary."""
    match w[1]:
        case 0:
            raise ValueError("an upright boundary has no x2")
        case slope:
            return -(w[0] * np.asarray(x1, dtype=np.float64) + b) / slope


# %% tags=["experiment"]
if __name__ == "__main__":
    import figures

    figures.boundaries(sys.modules[__name__])
    figures.far_point(sys.modules[__name__])
    print(LogisticNeuron().fit([[1.0, 2.0], [3.0, 1.0]], [0, 1], 0.1, 3))
