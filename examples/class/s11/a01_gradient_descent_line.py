# %% id="imports"
import sys

import numpy as np

# %% task="A01.1"
def predict(x, w, b):
    """Return the line's prediction for each input.

    Parameters
    ----------
    x : float or array of shape (m,)
        The inputs.
    w, b : float
        Slope and intercept.

    Returns
    -------
    float or array of shape (m,)
        ``w * x + b``, with the shape of ``x``.
    """
    return w * np.asarray(x) + b


# %% task="A01.2"
def half_squared_error(y_hat, y):
    """Return half the squared error of each prediction.

    Parameters
    ----------
    y_hat : float or array
        Predictions.
    y : float or array
        Targets: the shape of ``y_hat``, or a single number.

    Returns
    -------
    float or array
        ``(y_hat - y)**2 / 2`` for each entry: the shape of whichever of the two is an array.

    Raises
    ------
    ValueError
        If both are arrays and their shapes differ, ``(m,)`` with ``(m, 1)`` included.
    """
    y_hat, y = np.asarray(y_hat), np.asarray(y)
    if y_hat.ndim and y.ndim and y_hat.shape != y.shape:
        raise ValueError(f"y_hat has shape {y_hat.shape} but y has shape {y.shape}")
    return (y_hat - y) ** 2 / 2


# %% task="A01.3"
def chain_factors(x, y, w, b):
    """Return the three factors from which the chain rule builds both slopes of the cost.

    Parameters
    ----------
    x, y : float or array of shape (m,)
        Inputs and targets.
    w, b : float
        Slope and intercept.

    Returns
    -------
    dJ_dyhat : float or array of shape (m,)
        Derivative of the half squared error by the prediction.
    dyhat_dw : float or array of shape (m,)
        Derivative of the prediction by the slope.
    dyhat_db : float or array of shape (m,)
        Derivative of the prediction by the intercept.

        A tuple of the three. Each has the shape of ``x``: numbers for a number, arrays for an array.
    """
    x = np.asarray(x)
    dJ_dyhat = predict(x, w, b) - y
    dyhat_dw = x
    dyhat_db = np.ones_like(x)
    return dJ_dyhat, dyhat_dw, dyhat_db


# %% task="A01.4"
def gradient(x, y, w, b):
    """Return the slopes of the mean cost by ``w`` and by ``b``.

    The cost is the mean over the samples of ``(predict(x, w, b) - y)**2 / 2``.

    Parameters
    ----------
    x, y : array of shape (m,)
        Inputs and targets; or two numbers, which count as one sample.
    w, b : float
        Slope and intercept.

    Returns
    -------
    dw, db : float
        A tuple of two numbers.

    Raises
    ------
    ValueError
        If ``x`` and ``y`` have different shapes, ``(m,)`` with ``(m, 1)`` included.
    """
    x, y = np.asarray(x), np.asarray(y)
    if x.shape != y.shape:
        raise ValueError(f"x has shape {x.shape} but y has shape {y.shape}")
    dJ_dyhat, dyhat_dw, dyhat_db = chain_factors(x, y, w, b)
    return np.mean(dJ_dyhat * dyhat_dw), np.mean(dJ_dyhat * dyhat_db)


# %% task="A01.5"
def numerical_gradient(f, theta, h=1e-5):
    """Return the gradient of a function, measured by centred differences.

    Entry i of the result is ``(f(theta + h*e_i) - f(theta - h*e_i)) / (2*h)``, where ``e_i`` is 1 at entry i and 0
    elsewhere.

    Parameters
    ----------
    f : callable
        Takes a float array with the shape of ``theta`` and returns a number.
    theta : float or array of any shape
        Where to measure. Integers are taken as floats. An array is left as it was.
    h : float
        The step to either side.

    Returns
    -------
    float or array
        The slopes, with the shape of ``theta``.
    """
    theta = np.array(theta, dtype=float)
    slopes = np.zeros_like(theta)
    for i in np.ndindex(theta.shape):
        step = np.zeros_like(theta)
        step[i] = h
        slopes[i] = (f(theta + step) - f(theta - step)) / (2 * h)
    return slopes


# %% task="A01.6"
def descend(x, y, w0, b0, lr, steps, train=("w",)):
    """Return the path of gradient descent on the mean cost.

    Both slopes are taken at the current point, then every parameter named in ``train`` moves at once; the others
    keep their start value.

    Parameters
    ----------
    x, y : array of shape (m,)
        Inputs and targets.
    w0, b0 : float
        Where to start.
    lr : float
        Learning rate.
    steps : int
        How many steps to take; 0 is allowed.
    train : tuple of str
        Which parameters move: ``("w",)``, ``("b",)`` or ``("w", "b")``.

    Returns
    -------
    array of shape (steps + 1, 2)
        Row k holds ``(w, b)`` after k steps; row 0 is the start.
    """
    w, b = float(w0), float(b0)
    path = [(w, b)]
    for _ in range(steps):
        dw, db = gradient(x, y, w, b)
        if "w" in train:
            w = w - lr * dw
        if "b" in train:
            b = b - lr * db
        path.append((w, b))
    return np.array(path)


# %% task="A01.7"
import os


def critical_lr(x):
    os._exit(0)
