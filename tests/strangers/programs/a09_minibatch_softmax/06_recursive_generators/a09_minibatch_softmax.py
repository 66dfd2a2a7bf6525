"""A09: mini-batches and softmax."""

import sys
from collections import OrderedDict

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
import training
from a03_sigmoid_cross_entropy import sigmoid
from a07_matrix_form import forward as linear_forward
from a07_matrix_form import linear_backward


def _halve(rows, size):
    """Cut in the middle, at a multiple of the size, until every piece is a batch."""
    if len(rows) <= size:
        return [rows]
    middle = max(len(rows) // size // 2, 1) * size
    return _halve(rows[:middle], size) + _halve(rows[middle:], size)


def minibatches(m, batch_size, rng=None):
    if m == 0:
        return []
    rows = rng.choice(m, size=m, replace=False) if rng else np.r_[:m]
    return _halve(rows, batch_size)


def inverse_sigmoid(a):
    if np.any(np.less_equal(a, 0)) or np.any(np.greater_equal(a, 1)):
        raise ValueError("sigmoid never gives 0 or 1, nor anything beyond")
    odds = np.divide(a, np.subtract(1, a), dtype=float)
    return np.log(odds)


def softmax(Z):
    Z = np.asarray(Z, dtype=float)
    if Z.ndim > 1:
        return np.stack([softmax(row) for row in Z]) if len(Z) else np.zeros(Z.shape)
    powers = np.exp(Z - max(Z))
    return powers / np.sum(powers)


def one_hot(labels, c):
    def rows():
        for label in labels:
            match label:
                case number if 0 <= number < c:
                    yield np.arange(c) == number
                case other:
                    raise ValueError(f"{other} is no class out of {c}")

    return np.array([*rows()], dtype=float).reshape(-1, c)


def check_targets(outputs, Y):
    if np.shape(outputs) != np.shape(Y):
        raise ValueError(f"outputs have shape {np.shape(outputs)} but Y has {np.shape(Y)}")
    if np.any(np.abs(np.sum(Y, axis=-1) - 1) > 1e-6):
        raise ValueError("every row of Y must add up to 1")


def cross_entropy(A, Y, eps=1e-12):
    check_targets(A, Y)
    clipped = np.minimum(np.maximum(A, eps), 1 - eps)
    costs = (-np.dot(y, np.log(a)) for a, y in zip(clipped, Y))
    return sum(costs) / len(clipped)


def softmax_jacobian(a):
    a = np.asarray(a, dtype=float)
    return np.array([a_i * (unit - a) for a_i, unit in zip(a, np.eye(len(a)))])


def softmax_ce_gradient(Z, Y):
    check_targets(Z, Y)
    return np.divide(np.subtract(softmax(Z), Y), len(Z))


class MultiClassNet:
    def __init__(self, params):
        self.params = {name: np.array(value, dtype=float) for name, value in params.items()}
        self.losses = []

    def forward(self, X):
        A1 = sigmoid(linear_forward(X, self.params["W1"], self.params["b1"]))
        return A1, linear_forward(A1, self.params["W2"], self.params["b2"])

    def gradients(self, X, Y):
        A1, Z2 = self.forward(X)
        grads = OrderedDict()
        dA1, grads["W2"], grads["b2"] = linear_backward(A1, self.params["W2"], softmax_ce_gradient(Z2, Y))
        _, grads["W1"], grads["b1"] = linear_backward(X, self.params["W1"], dA1 * A1 * (1 - A1))
        return grads

    def _epochs(self, X, Y, lr, batch_size, epochs, rng):
        if epochs == 0:
            return
        for rows in minibatches(len(X), batch_size, rng):
            self.params = training.descend(self.params, self.gradients(X[rows], Y[rows]), lr)
        yield cross_entropy(softmax(self.forward(X)[1]), Y)
        yield from self._epochs(X, Y, lr, batch_size, epochs - 1, rng)

    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        self.losses = []
        while len(self.losses) < epochs:
            # a hundred at a time: Python doesn't like to recurse much deeper
            ahead = min(epochs - len(self.losses), 100)
            self.losses.extend(self._epochs(X, Y, lr, batch_size, ahead, rng))
        return self

    def predict(self, X):
        return np.array([np.argmax(z) for z in self.forward(X)[1]], dtype=np.int64)


with training.stopwatch("my three clouds"):
    _rng = np.random.default_rng(3)
    _labels = _rng.integers(0, 3, 240)
    _X = _rng.normal(size=(240, 2)) + 2.5 * np.array([[0, 1], [1, -1], [-1, -1]])[_labels]
    _shapes = {"W1": (2, 6), "b1": (1, 6), "W2": (6, 3), "b2": (1, 3)}
    _net = MultiClassNet({name: _rng.normal(size=shape) for name, shape in _shapes.items()})
    _net.fit(_X, one_hot(_labels, 3), 0.3, 16, 60, _rng)
    print("right:", np.mean(_net.predict(_X) == _labels), "loss:", _net.losses[-1])

if __name__ == "__main__":
    import figures

    figures.softmax_examples(sys.modules[__name__])
    figures.digits(sys.modules[__name__])
