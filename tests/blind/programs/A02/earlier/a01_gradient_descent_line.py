import numpy as np


def predict(x, w, b):
    """Return the line's prediction for each input."""
    return w * np.asarray(x, dtype=float) + b
