import sys
from collections import namedtuple
from functools import lru_cache

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import binary_cross_entropy, sigmoid
from penalties import L1, L2, Both

Neuron = namedtuple("Neuron", "w b")


@lru_cache
def fees(l1, l2):
    return Both(L1(l1), L2(l2))


def length(w):
    return (2 * L2().value(w)) ** 0.5


# %% tasks A06.1, A06.2, A06.4, A06.5
l1_norm = L1().value
l2_norm = length
l1_gradient = lambda w, strength: L1(strength).slope(w)  # noqa: E731
l2_gradient = lambda w, strength: L2(strength).slope(w)  # noqa: E731


# %% task="A06.3"
def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    """The mean cross-entropy and the fees."""
    return np.mean(binary_cross_entropy(a, y)) + fees(l1, l2).value(w)


# %% task="A06.6"
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    """One step of gradient descent on the regularized loss."""
    if np.shape(y) != np.shape(x)[:-1]:
        raise ValueError(f"x {np.shape(x)} and y {np.shape(y)} don't belong together")
    w = np.array(w, dtype=float)
    error = sigmoid(np.inner(x, w) + b) - np.asarray(y, dtype=float)
    pull = np.mean(np.atleast_2d(np.transpose(np.transpose(x) * error)), axis=0)
    new = w - lr * (pull + fees(l1, l2).slope(w))
    new.setflags(write=False)
    return Neuron(new, b - lr * np.mean(error))


# %% task="A06.7"
class RegularizedNeuron:
    """A logistic neuron trained with L1 and L2 penalties on the full batch."""

    def __init__(self):
        self.state, self.losses = Neuron(None, 0.0), []

    w = property(lambda self: self.state.w, lambda self, w: setattr(self, "state", self.state._replace(w=w)))
    b = property(lambda self: self.state.b, lambda self, b: setattr(self, "state", self.state._replace(b=b)))

    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        X, y = np.array(X, dtype=float), np.array(y, dtype=float)
        if y.shape != X.shape[:1]:
            raise ValueError(f"X {X.shape} and y {y.shape} don't belong together")
        self.state, self.losses = Neuron(np.zeros(X.shape[1]), 0.0), []
        for _ in range(steps):
            self.state = regularized_update(X, y, *self.state, lr, l1, l2)
            self.losses += [regularized_loss(self.activations(X), y, self.w, l1, l2)]
        return self

    def activations(self, X):
        return sigmoid(np.inner(X, self.w) + self.b)

    def predict(self, X):
        return (np.sum(self.w * X, axis=1) + self.b >= 0).astype(int)


# %% tags=["experiment"]
if __name__ == "__main__":
    import figures

    figures.penalties(sys.modules[__name__])
    figures.strengths(sys.modules[__name__])
