import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import binary_cross_entropy, sigmoid
from neuron_tools import WeightedSum, labels_match_rows

HALF = 0.5
is_zero = lambda number: number == 0  # noqa: E731


# %% task="A04.1"
@labels_match_rows
def linear_gradient(X, y, w, b):
    """Return (dw, db) of the mean half squared error of a linear model."""
    unit = WeightedSum()
    unit.w, unit.b = np.asarray(w, dtype=float), b
    slopes = [unit.backprop(x, unit.forpass(x) - target) for x, target in zip(X, y)]
    return tuple(np.mean(part, axis=0) for part in zip(*slopes))


# %% task="A04.2 A04.3 A04.4 A04.5"
class LogisticNeuron(WeightedSum):
    """A weighted sum with a sigmoid behind it; forpass and backprop come from WeightedSum."""

    def __init__(self):
        super().__init__()
        self.losses = []

    def fit(self, X, y, lr, epochs, order=None):
        X = np.array(X, dtype=float)
        y = np.array(y, dtype=float).reshape(-1)
        if len(X) != len(y):
            raise ValueError(f"{len(X)} rows, but {len(y)} labels")
        if order is not None:
            X, y = X[list(order)], y[list(order)]
        self.w, self.b = np.zeros(X.shape[1]), 0.0
        self.losses = [self._epoch(X, y, lr) for _ in range(epochs)]
        return self

    def _epoch(self, X, y, lr):
        """One pass over all rows; returns the mean loss on the way."""
        losses = []
        for x, label in zip(X, y):
            a = sigmoid(self.forpass(x))
            losses.append(binary_cross_entropy(a, label))
            self.move(self.backprop(x, a - label), lr)
        return float(np.mean(losses))

    def predict(self, X, threshold=HALF):
        a = sigmoid(np.inner(np.asarray(X, dtype=float), self.w) + self.b)
        return np.greater_equal(a, threshold).astype(np.int32)


# %% task="A04.6"
def decision_boundary(x1, w, b):
    """Return x2 with w[0]*x1 + w[1]*x2 + b = 0."""
    w1, w2 = w
    if is_zero(w2):
        raise ValueError("w[1] is 0")
    return np.negative(np.add(np.multiply(w1, x1), b)) / w2


if __name__ == "__main__":
    import figures

    figures.boundaries(sys.modules[__name__])
    figures.far_point(sys.modules[__name__])
