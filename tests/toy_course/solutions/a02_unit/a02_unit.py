# %% [markdown] id="intro"
# # A unit

# %% id="imports"
import numpy as np

from a01_slope import predict


# %% task="A02.1 A02.2 A02.3"
class Unit:
    """A linear unit."""

    def __init__(self):
        self.w = 0.0
        self.b = 0.0

    def forpass(self, x):
        """Return the prediction for x."""
        ### BEGIN SOLUTION
        return predict(x, self.w, self.b)
        ### END SOLUTION

    def backprop(self, x, err):
        """Return the derivatives of the cost of one sample by w and b."""
        ### BEGIN SOLUTION
        return err * x, err
        ### END SOLUTION

    def fit(self, x, y, lr, epochs):
        """Train on one sample after the other, and return the unit."""
        ### BEGIN SOLUTION
        for _ in range(epochs):
            for xi, yi in zip(x, y, strict=True):
                dw, db = self.backprop(xi, self.forpass(xi) - yi)
                self.w, self.b = self.w - lr * dw, self.b - lr * db
        return self
        ### END SOLUTION


# %% task="A02.4"
def best_line(x, y):
    """Return slope and intercept of the least squares line, without ``numpy.polyfit``."""
    ### BEGIN SOLUTION
    slope = np.sum((x - np.mean(x)) * (y - np.mean(y))) / np.sum((x - np.mean(x)) ** 2)
    return slope, np.mean(y) - slope * np.mean(x)
    ### END SOLUTION
