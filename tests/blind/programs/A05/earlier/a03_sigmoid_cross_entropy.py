"""The earlier functions that A05 needs."""
import numpy as np


def sigmoid(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, e)[()] / (1.0 + e)


def logistic_gradient(x, y, w, b):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    if x.shape != w.shape:
        raise ValueError("x and w must have the same shape")
    error = sigmoid(np.sum(w * x) + b) - y
    return error * x, error
