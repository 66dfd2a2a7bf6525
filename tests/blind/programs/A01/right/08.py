# Linear algebra: the inputs as a matrix with a column of ones.
import sys

import numpy as np


def design(x):
    x = np.asarray(x, dtype=float).reshape(-1)
    return np.stack([x, np.ones(x.size)], axis=1)


def predict(x, w, b):
    line = design(x) @ np.array([w, b], dtype=float)
    return line.reshape(np.shape(x))[()]


def half_squared_error(y_hat, y):
    y_hat, y = np.asarray(y_hat, float), np.asarray(y, float)
    if y_hat.ndim == 0 or y.ndim == 0:
        y_hat, y = np.broadcast_arrays(y_hat, y)
    if y_hat.shape != y.shape:
        raise ValueError("y_hat and y must have equal shapes")
    return np.square(np.abs(y_hat - y)) / 2


def chain_factors(x, y, w, b):
    table = design(x)
    error = table @ np.array([w, b], dtype=float) - np.asarray(y, dtype=float).reshape(-1)
    shape = np.shape(x)
    return error.reshape(shape)[()], table[:, 0].reshape(shape)[()], table[:, 1].reshape(shape)[()]


def gradient(x, y, w, b):
    try:
        assert np.shape(x) == np.shape(y)
    except AssertionError:
        raise ValueError("x and y must have equal shapes") from None
    table = design(x)
    error = table @ np.array([w, b], dtype=float) - np.asarray(y, dtype=float).reshape(-1)
    dw, db = table.T @ error / len(table)
    return dw, db


def numerical_gradient(f, theta, h=1e-5):
    base = np.array(theta, dtype=float)
    if base.shape == ():
        return np.subtract(f(base + h), f(base - h)) / (2 * h)
    slopes = np.zeros(base.size)
    work = base.copy()
    for i, old in enumerate(base.flat):
        work.flat[i] = old + h
        above = f(work.copy())
        work.flat[i] = old - h
        below = f(work.copy())
        work.flat[i] = old
        slopes[i] = (above - below) / (2 * h)
    return slopes.reshape(base.shape)


def descend(x, y, w0, b0, lr, steps, train=("w",)):
    table = design(x)
    y = np.asarray(y, dtype=float)
    theta = np.array([w0, b0], dtype=float)
    free = np.array(["w" in train, "b" in train])
    path = [theta]
    for _ in range(steps):
        slopes = (table @ theta - y) @ table / len(y)
        theta = np.where(free, theta - lr * slopes, theta)
        path.append(theta)
    return np.vstack(path)


def critical_lr(x):
    x = np.asarray(x, dtype=float)
    return 2 * len(x) / (x @ x)
