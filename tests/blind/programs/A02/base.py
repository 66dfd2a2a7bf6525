# A02 - Stochastic gradient descent on the diabetes data

# %%
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a01_gradient_descent_line import predict


# %% task="A02.1"
def load_bmi_target():
    """Return the body mass indices and the disease progression of scikit-learn's diabetes data."""
    from sklearn.datasets import load_diabetes

    diabetes = load_diabetes()
    return diabetes.data[:, 2], diabetes.target


# %% task="A02.2"
def sgd_step(x_i, y_i, w, b, rate):
    """Return the line's parameters after one update from one sample."""
    x_i, y_i, w, b, rate = float(x_i), float(y_i), float(w), float(b), float(rate)
    error = w * x_i + b - y_i
    return w - rate * error * x_i, b - rate * error


# %% task="A02.3"
def sgd_epoch(x, y, w, b, rate):
    """Return the line's parameters after one pass over all samples."""
    w, b = float(w), float(b)
    for x_i, y_i in zip(x, y):
        w, b = sgd_step(x_i, y_i, w, b, rate)
    return w, b


# %% task="A02.4"
def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    """Train the line for a number of epochs and return it with its history."""
    w, b = float(w), float(b)
    history = np.zeros((epochs, 2))
    updates = 0
    for epoch in range(epochs):
        w, b = sgd_epoch(x, y, w, b, rate)
        history[epoch] = w, b
        updates += len(x)
    return {"w": w, "b": b, "history": history, "updates": updates}


# %% task="A02.5"
def line_segment(w, b, x_left=-0.1, x_right=0.15):
    """Return the two end points of a piece of the line."""
    ends = np.zeros((2, 2))
    ends[0] = x_left, predict(x_left, w, b)
    ends[1] = x_right, predict(x_right, w, b)
    return ends


# %% task="A02.6"
def least_squares_line(x, y):
    """Return the line with the smallest mean squared error."""
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    x_centred = x - x.mean()
    y_centred = y - y.mean()
    slope = np.sum(x_centred * y_centred) / np.sum(x_centred**2)
    return slope, y.mean() - slope * x.mean()


# %% task="A02.7"
def mean_squared_error(y_hat, y):
    """Return the mean of the squared errors, without the half of the cost."""
    y_hat = np.asarray(y_hat, dtype=float)
    y = np.asarray(y, dtype=float)
    if y_hat.ndim > 0 and y_hat.shape != y.shape:
        raise ValueError(f"y_hat has shape {y_hat.shape}, y has shape {y.shape}")
    return np.mean((y_hat - y) ** 2)
