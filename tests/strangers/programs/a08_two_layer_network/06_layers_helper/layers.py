"""Two kinds of layers, each with a way forward and a way back."""

from dataclasses import dataclass

import numpy as np


@dataclass
class Dense:
    W: np.ndarray
    b: np.ndarray

    def __call__(self, inputs):
        return np.asarray(inputs, dtype=float) @ self.W + self.b

    def back(self, inputs, grad):
        """Return the gradients for inputs, weights and bias."""
        inputs = np.asarray(inputs, dtype=float)
        return grad @ self.W.T, inputs.T @ grad, grad.sum(axis=0, keepdims=True)

    def then(self, other):
        """Return the layer that does what this one and then the other would do."""
        return Dense(self.W @ other.W, other(self.b))


class Squash:
    """The sigmoid, as a layer; the function itself is handed in."""

    def __init__(self, function):
        self.function = function

    def __call__(self, inputs):
        return self.function(inputs)

    @staticmethod
    def back(outputs, grad):
        return grad * outputs * (1.0 - outputs)
