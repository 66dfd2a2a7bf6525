# Functional: accumulate, walrus, comprehensions.
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a01_gradient_descent_line import predict
from itertools import accumulate, repeat
from operator import itemgetter
from statistics import fmean


def load_bmi_target():
    from sklearn.datasets import load_diabetes

    rows, target = load_diabetes(return_X_y=True)
    return np.fromiter(map(itemgetter(2), rows), dtype=float, count=len(rows)), np.fromiter(target, dtype=float)


def sgd_step(x_i, y_i, w, b, rate):
    return float(w) - (shift := rate * (float(w) * float(x_i) + float(b) - float(y_i))) * float(x_i), float(b) - shift


def sgd_epoch(x, y, w, b, rate):
    *_, end = accumulate(zip(x, y), lambda line, sample: sgd_step(*sample, *line, rate), initial=(float(w), float(b)))
    return end


def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    start = (float(w), float(b))
    path = list(accumulate(repeat(None, epochs), lambda line, _: sgd_epoch(x, y, *line, rate), initial=start))
    history = np.array(path)[1:]
    return {"history": history, "updates": history.shape[0] * np.shape(x)[0]} | dict(zip("wb", path[-1]))


def line_segment(w, b, x_left=-0.1, x_right=0.15):
    return np.array([(x := float(end), predict(x, w, b)) for end in (x_left, x_right)])


def least_squares_line(x, y):
    x_mean, y_mean = (float(np.asarray(one, dtype=float).mean()) for one in (x, y))
    pairs = [(float(x_i) - x_mean, float(y_i) - y_mean) for x_i, y_i in zip(x, y)]
    slope = fmean(u * v for u, v in pairs) / fmean(u * u for u, _ in pairs)
    return slope, y_mean - slope * x_mean


def mean_squared_error(y_hat, y):
    if (shape := np.shape(y_hat)) and shape != np.shape(y):
        raise ValueError(f"{shape} is not {np.shape(y)}")
    return (np.abs(np.asarray(y_hat, dtype=float) - np.asarray(y, dtype=float)) ** 2).sum() / np.size(y)
