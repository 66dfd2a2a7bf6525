"""Correct implementations of A02 that differ from the reference in algorithm or dtype."""

import numpy as np
from a02_sgd_diabetes import *

from autograder.checks import alternative


@alternative("A02.1", "asked for as a pair, columns taken by name")
def load_bmi_target():
    from sklearn import datasets

    names = datasets.load_diabetes()["feature_names"]
    X, y = datasets.load_diabetes(return_X_y=True)
    return np.array(X.T[names.index("bmi")]), np.array(y, dtype=float)


@alternative("A02.1", "raw values, scaled by hand")
def load_bmi_target():
    from sklearn.datasets import load_diabetes

    raw = load_diabetes(scaled=False)
    bmi = raw.data[:, 2] - raw.data[:, 2].mean()
    return [bmi / np.sqrt(np.sum(bmi**2)), raw.target]


@alternative("A02.2", "the gradient of A01")
def sgd_step(x_i, y_i, w, b, rate):
    from a01_gradient_descent_line import gradient

    dw, db = gradient(x_i, y_i, w, b)
    return w - rate * dw, b - rate * db


@alternative("A02.2", "as a vector, single precision")
def sgd_step(x_i, y_i, w, b, rate):
    theta = np.array([w, b], dtype=np.float32)
    features = np.array([x_i, 1], dtype=np.float32)
    return theta - np.float32(rate) * (features @ theta - np.float32(y_i)) * features


@alternative("A02.2", "target minus prediction, added")
def sgd_step(x_i, y_i, w, b, rate):
    pull = rate * (y_i - (b + x_i * w))
    return [w + x_i * pull, b + pull]


@alternative("A02.3", "index loop, formulas written out")
def sgd_epoch(x, y, w, b, rate):
    for i in range(len(x)):
        error = x[i] * w + b - y[i]
        w, b = w - rate * error * x[i], b - rate * error
    return float(w), float(b)


@alternative("A02.3", "each update as an affine map")
def sgd_epoch(x, y, w, b, rate):
    theta = np.array([w, b], dtype=float)
    for row, target in zip(np.column_stack([x, np.ones(len(x))]), y, strict=True):
        theta = (np.eye(2) - rate * np.outer(row, row)) @ theta + rate * target * row
    return theta


@alternative("A02.3", "single precision")
def sgd_epoch(x, y, w, b, rate):
    w, b, rate = np.float32(w), np.float32(b), np.float32(rate)
    for x_i, y_i in zip(np.asarray(x, np.float32), np.asarray(y, np.float32), strict=True):
        error = w * x_i + b - y_i
        w, b = w - rate * error * x_i, b - rate * error
    return w, b


@alternative("A02.4", "history filled row by row, updates counted")
def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    history, updates = np.empty((epochs, 2)), 0
    for epoch in range(epochs):
        for x_i, y_i in zip(x, y, strict=True):
            w, b = sgd_step(x_i, y_i, w, b, rate)
            updates += 1
        history[epoch] = w, b
    return {"history": history, "updates": updates, "b": b, "w": w, "epochs": epochs}


@alternative("A02.4", "the start row cut off at the end")
def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    path = [[w, b]]
    while len(path) <= epochs:
        path.append(list(sgd_epoch(x, y, *path[-1], rate)))
    w, b = path[-1]
    history = np.array(path, dtype=float)[1:]
    return {"updates": np.size(x) * epochs, "history": history, "w": w, "b": b}


@alternative("A02.5", "filled entry by entry")
def line_segment(w, b, x_left=-0.1, x_right=0.15):
    ends = np.zeros((2, 2))
    for row, x in enumerate((x_left, x_right)):
        ends[row, 0], ends[row, 1] = x, b + x * w
    return ends


@alternative("A02.5", "transposed columns, single precision")
def line_segment(w, b, x_left=-0.1, x_right=0.15):
    x = np.array([x_left, x_right], dtype=np.float32)
    return np.stack([x, np.float32(w) * x + np.float32(b)]).T


@alternative("A02.6", "covariance over variance")
def least_squares_line(x, y):
    table = np.cov(x, y)
    slope = table[0, 1] / table[0, 0]
    return slope, np.mean(y) - slope * np.mean(x)


@alternative("A02.6", "normal equations")
def least_squares_line(x, y):
    A = np.column_stack([x, np.ones(len(x))])
    return np.linalg.solve(A.T @ A, A.T @ y)


@alternative("A02.6", "sums in a loop")
def least_squares_line(x, y):
    m, sx, sy, sxx, sxy = len(x), 0.0, 0.0, 0.0, 0.0
    for x_i, y_i in zip(x, y, strict=True):
        sx, sy, sxx, sxy = sx + x_i, sy + y_i, sxx + x_i * x_i, sxy + x_i * y_i
    slope = (m * sxy - sx * sy) / (m * sxx - sx**2)
    return float(slope), float((sy - slope * sx) / m)


@alternative("A02.6", "single precision")
def least_squares_line(x, y):
    x, y = np.asarray(x, np.float32), np.asarray(y, np.float32)
    dx = x - x.mean(dtype=np.float32)
    slope = dx @ y / (dx @ dx)
    return slope, y.mean(dtype=np.float32) - slope * x.mean(dtype=np.float32)


@alternative("A02.7", "dot product")
def mean_squared_error(y_hat, y):
    if np.ndim(y_hat) > 0 and np.shape(y_hat) != np.shape(y):
        raise ValueError("predictions and targets differ in shape")
    error = np.ravel(np.subtract(y_hat, y))
    return float(error @ error) / len(error)


@alternative("A02.7", "loop, single precision")
def mean_squared_error(y_hat, y):
    if np.ndim(y_hat) > 0 and np.shape(y_hat) != np.shape(y):
        raise ValueError
    total = np.float32(0)
    for guess, target in zip(np.broadcast_to(y_hat, np.shape(y)), y, strict=True):
        total += (np.float32(guess) - np.float32(target)) ** 2
    return total / np.float32(len(y))
