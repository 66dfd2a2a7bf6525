# Linear algebra: vectors, einsum, small matrices.
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a01_gradient_descent_line import predict


def load_bmi_target():
    import sklearn.datasets

    bunch = sklearn.datasets.load_diabetes()
    return np.take(bunch["data"], 2, axis=1), bunch["target"]


def sgd_step(x_i, y_i, w, b, rate):
    theta = np.array([w, b], dtype=float)
    inputs = np.array([x_i, 1], dtype=float)
    theta = theta - rate * (theta @ inputs - y_i) * inputs
    return theta[0], theta[1]


def sgd_epoch(x, y, w, b, rate):
    theta = np.array([w, b], dtype=float)
    table = np.stack([np.asarray(x, dtype=float), np.ones(len(x))], axis=1)
    for row, target in zip(table, np.asarray(y, dtype=float)):
        theta -= rate * (row @ theta - target) * row
    return tuple(theta)


def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    table = np.full((epochs + 1, 2), (w, b), dtype=float)
    for k in range(epochs):
        table[k + 1] = sgd_epoch(x, y, *table[k], rate)
    return dict(w=table[-1, 0], b=table[-1, 1], history=table[1:], updates=epochs * np.size(x))


def line_segment(w, b, x_left=-0.1, x_right=0.15):
    x = np.array([x_left, x_right], dtype=float)
    return np.stack([x, w * x + b], axis=1)


def least_squares_line(x, y):
    x, y = np.array(x, dtype=float), np.array(y, dtype=float)
    u = x - x.mean()
    slope = np.einsum("i,i->", u, y - y.mean()) / np.einsum("i,i->", u, u)
    return slope, y.mean() - slope * x.mean()


def mean_squared_error(y_hat, y):
    if np.shape(y_hat) not in {(), np.shape(y)}:
        raise ValueError("y_hat must be a number or have the shape of y")
    e = np.subtract(y_hat, y, dtype=float)
    return e @ e / e.size
