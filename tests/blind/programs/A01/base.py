# A01 - Gradient descent on a line

# %%
import sys

import numpy as np


# %% task="A01.1"
def predict(x, w, b):
    """Return the line's prediction for each input."""
    return w * np.asarray(x, dtype=float) + b


# %% task="A01.2"
def half_squared_error(y_hat, y):
    """Return half the squared error of each prediction."""
    y_hat = np.asarray(y_hat, dtype=float)
    y = np.asarray(y, dtype=float)
    if y_hat.ndim > 0 and y.ndim > 0 and y_hat.shape != y.shape:
        raise ValueError(f"y_hat has shape {y_hat.shape}, y has shape {y.shape}")
    return (y_hat - y) ** 2 / 2


# %% task="A01.3"
def chain_factors(x, y, w, b):
    """Return the three factors from which the chain rule builds both slopes of the cost."""
    x = np.asarray(x, dtype=float)
    error = predict(x, w, b) - np.asarray(y, dtype=float)
    ones = np.ones_like(x)
    return error, x[()], ones[()]


# %% task="A01.4"
def gradient(x, y, w, b):
    """Return the slopes of the mean cost with respect to ``w`` and ``b``."""
    if np.shape(x) != np.shape(y):
        raise ValueError(f"x has shape {np.shape(x)}, y has shape {np.shape(y)}")
    error, by_w, by_b = chain_factors(x, y, w, b)
    return np.mean(error * by_w), np.mean(error * by_b)


# %% task="A01.5"
def numerical_gradient(f, theta, h=1e-5):
    """Return the gradient of a function, measured by centred differences."""
    if np.ndim(theta) == 0:
        theta = float(theta)
        return (f(theta + h) - f(theta - h)) / (2 * h)
    theta = np.asarray(theta, dtype=float)
    slopes = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        up = theta.copy()
        down = theta.copy()
        up[index] += h
        down[index] -= h
        slopes[index] = (f(up) - f(down)) / (2 * h)
    return slopes


# %% task="A01.6"
def descend(x, y, w0, b0, lr, steps, train=("w",)):
    """Return the path of gradient descent on the mean cost."""
    path = np.zeros((steps + 1, 2))
    w, b = float(w0), float(b0)
    path[0] = w, b
    for k in range(1, steps + 1):
        dw, db = gradient(x, y, w, b)
        if "w" in train:
            w = w - lr * dw
        if "b" in train:
            b = b - lr * db
        path[k] = w, b
    return path


# %% task="A01.7"
def critical_lr(x):
    """Return the learning rate above which descent on ``w`` alone diverges."""
    return 2 / np.mean(np.asarray(x, dtype=float) ** 2)
