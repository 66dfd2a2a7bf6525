import math
import sys
from collections.abc import Iterator
from operator import mul

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import bce_with_logits, sigmoid


def frozen(values) -> np.ndarray:
    """A float copy that nobody can change by accident."""
    (copy := np.array(values, dtype=float)).setflags(write=False)
    return copy


def weighted_sum(w, x, b) -> float:
    """fsum adds without rounding on the way."""
    return math.fsum((*map(mul, map(float, w), map(float, x)), b))


# %% task="A04.1"
def linear_gradient(X, y, w, b):
    """Slopes of the mean half squared error of a linear model: (dw, db)."""
    if np.shape(y) != ((m := len(X)),):
        raise ValueError(f"{m} rows, but y has the shape {np.shape(y)}")
    errors = [weighted_sum(w, x, b) - float(target) for x, target in zip(X, y)]
    columns = np.transpose(X)
    return frozen([weighted_sum(column, errors, 0.0) / m for column in columns]), sum(errors) / m


# %% task="A04.2 A04.3 A04.4 A04.5"
class LogisticNeuron:
    """A neuron that answers with the probability of class 1.

    The weights are kept as a read-only array: whoever wants other ones sets new ones.
    """

    def __init__(self):
        self.w = None
        self.b = 0.0
        self.losses = []

    @property
    def w(self):
        return self._w

    @w.setter
    def w(self, values):
        self._w = None if values is None else frozen(values)

    def forpass(self, x):
        if np.shape(x) != np.shape(self.w):
            raise ValueError(f"expected a row of shape {np.shape(self.w)}, got {np.shape(x)}")
        return weighted_sum(self.w, x, self.b)

    def backprop(self, x, err):
        return frozen([err * float(x_j) for x_j in x]), float(err)

    def fit(self, X, y, lr, epochs, order=None):
        rows, labels = np.array(X, dtype=float), [float(label) for label in np.ravel(y)]
        if (m := len(rows)) != (k := len(labels)):
            raise ValueError(f"{m} rows, {k} labels")
        visits = tuple(range(m) if order is None else order)
        self.w, self.b = np.zeros(rows.shape[1]), 0.0
        self.losses = []
        while len(self.losses) < epochs:
            costs = self._walk((rows[i], labels[i]) for i in visits)
            self.losses.append(math.fsum(cost for cost in self._steps(costs, lr)) / m)
        return self

    def _walk(self, samples) -> Iterator[tuple]:
        """z is computed only when the sample's turn comes, with the weights of that moment."""
        for x, label in samples:
            yield x, label, self.forpass(x)

    def _steps(self, walk, lr) -> Iterator[float]:
        for x, label, z in walk:
            yield bce_with_logits(z, label)
            dw, db = self.backprop(x, sigmoid(z) - label)
            self.w, self.b = self.w - lr * dw, self.b - lr * db

    def predict(self, X, threshold=0.5):
        return np.fromiter((sigmoid(self.forpass(x)) >= threshold for x in X), dtype=np.intp, count=len(X))


# %% task="A04.6"
def decision_boundary(x1, w, b):
    """The second feature of the points on the boundary."""
    w1, w2 = map(float, w)
    if not w2:
        raise ValueError("the boundary is upright")
    return np.multiply(x1, -w1 / w2) - b / w2


# %% tags=["experiment"]
if __name__ == "__main__":
    import figures

    figures.boundaries(sys.modules[__name__])

# %% tags=["experiment"]
if __name__ == "__main__":
    figures.far_point(sys.modules[__name__])
