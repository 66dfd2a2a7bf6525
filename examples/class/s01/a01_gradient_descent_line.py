# %% id="imports"
import sys

import numpy as np

# %% task="A01.1"
def predict(x, w, b):
    if np.ndim(x) == 0:
        return float(w * x + b)
    return np.array([w * one + b for one in x])

# %% task="A01.2"
def half_squared_error(y_hat, y):
    a, t = np.array(y_hat, float), np.array(y, float)
    if a.shape != () and t.shape != () and a.shape != t.shape:
        raise ValueError
    return 0.5 * np.multiply(a - t, a - t)

# %% task="A01.3"
def chain_factors(x, y, w, b):
    if np.ndim(x) == 0:
        return w * x + b - y, x, 1
    errors = [w * xi + b - yi for xi, yi in zip(x, y, strict=True)]
    return np.array(errors), np.array(list(x)), np.full(len(x), 1)

# %% task="A01.4"
def gradient(x, y, w, b):
    if np.shape(x) != np.shape(y):
        raise ValueError("x and y differ in shape")
    xs, ys = np.atleast_1d(x), np.atleast_1d(y)
    dw = db = 0.0
    for xi, yi in zip(xs, ys, strict=True):
        error = w * xi + b - yi
        dw += error * xi / len(xs)
        db += error / len(xs)
    return dw, db

# %% task="A01.5"
def numerical_gradient(f, theta, h=1e-5):
    point = np.array(theta, dtype=np.float64)
    slopes = np.empty(point.size)
    for k in range(point.size):
        there, back = point.copy(), point.copy()
        there.reshape(-1)[k] += h
        back.reshape(-1)[k] -= h
        slopes[k] = f(there) - f(back)
    return (slopes / (2 * h)).reshape(point.shape)

# %% task="A01.6"
def descend(x, y, w0, b0, lr, steps, train=("w",)):
    path = np.zeros((steps + 1, 2))
    path[0] = [w0, b0]
    moves = np.array(["w" in train, "b" in train], dtype=float)
    for k in range(1, steps + 1):
        w, b = path[k - 1]
        error = w * x + b - y
        path[k] = path[k - 1] - lr * moves * np.array([error @ x, error.sum()]) / len(x)
    return path

# %% task="A01.7"
def critical_lr(x):
    return 2 * len(x) / float(np.dot(x, x))
