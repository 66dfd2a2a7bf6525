# Fitting through the QR decomposition; the epochs through one list of floats.
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a01_gradient_descent_line import predict
import sklearn.datasets as datasets

COLUMN = 2


def load_bmi_target():
    bunch = datasets.load_diabetes()
    table = np.asarray(bunch.data, dtype=float)
    picked, = table.T[COLUMN : COLUMN + 1]
    return picked, np.asarray(bunch.target, dtype=float)


def sgd_step(x_i, y_i, w, b, rate):
    w, b = np.float64(w), np.float64(b)
    residual = np.float64(y_i) - w * x_i - b
    return w + rate * residual * x_i, b + rate * residual


def sgd_epoch(x, y, w, b, rate):
    return run(pairs(x, y), float(w), float(b), float(rate))


def pairs(x, y):
    return list(zip(np.asarray(x, dtype=float).tolist(), np.asarray(y, dtype=float).tolist()))


def run(samples, w, b, rate):
    for x_i, y_i in samples:
        pull = rate * (w * x_i + b - y_i)
        w, b = w - pull * x_i, b - pull
    return w, b


def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    samples = pairs(x, y)
    w, b, rate = float(w), float(b), float(rate)
    history = np.full((epochs, 2), np.nan)
    for row in history:
        row[:] = w, b = run(samples, w, b, rate)
    return {"w": w, "b": b, "history": history, "updates": len(samples) * len(history)}


def line_segment(w, b, x_left=-0.1, x_right=0.15):
    ends = np.empty((2, 2), dtype=float)
    ends[:, 0] = x_left, x_right
    ends[:, 1] = ends[:, 0] * w + b
    return ends


def least_squares_line(x, y):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    middle = np.mean(x)
    q, r = np.linalg.qr(np.vstack([np.ones(x.size), x - middle]).T)
    level, slope = np.linalg.inv(r) @ (q.T @ (y - np.mean(y)))
    return slope, np.mean(y) + level - slope * middle


def mean_squared_error(y_hat, y):
    target = np.asarray(y, dtype=float)
    if np.ndim(y_hat) == 0:
        guess = np.full(target.shape, float(y_hat))
    else:
        guess = np.asarray(y_hat, dtype=float)
        if guess.shape != target.shape:
            raise ValueError(f"shapes {guess.shape} and {target.shape}")
    return np.linalg.norm(guess - target) ** 2 / target.size
