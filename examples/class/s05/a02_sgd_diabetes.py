# %% id="imports"
import sys

import numpy as np
from a01_gradient_descent_line import predict

# %% task="A02.1"
def load_bmi_target():
    """Return the body mass indices and the disease progression of scikit-learn's diabetes data.

    The inputs are column 2 (counted from 0) of the ``data`` that
    ``sklearn.datasets.load_diabetes()`` returns by default, centred and scaled as they are; the
    targets are its ``target``.

    Returns
    -------
    x : array of shape (442,), float64
        The inputs.
    y : array of shape (442,), float64
        The targets.

        A tuple of the two.
    """
    from sklearn.datasets import load_diabetes

    diabetes = load_diabetes()
    return diabetes.data[:, 2], diabetes.target


# %% task="A02.2"
def sgd_step(x_i, y_i, w, b, rate):
    error = y_i - (w * x_i + b)
    return w - rate * error * x_i, b - rate * error

# %% task="A02.3"
def sgd_epoch(x, y, w, b, rate):
    """Return the line's parameters after one pass over all samples.

    Each row makes one update, as in ``sgd_step``, which starts from the parameters that the row
    before it left behind. The rows are taken in the order given.

    Parameters
    ----------
    x, y : array of shape (m,)
        Inputs and targets. They are left as they were.
    w, b : float
        Slope and intercept before the pass.
    rate : float
        Learning rate.

    Returns
    -------
    w, b : float
        A tuple of the two, after m updates.
    """
    for x_i, y_i in zip(x, y, strict=True):
        w, b = sgd_step(x_i, y_i, w, b, rate)
    return w, b


# %% task="A02.4"
def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    """Train the line for a number of epochs and return it with its history.

    Every epoch takes the rows in the order given and goes on where the last one ended.

    Parameters
    ----------
    x, y : array of shape (m,)
        Inputs and targets.
    w, b : float
        Slope and intercept to start from.
    rate : float
        Learning rate.
    epochs : int
        How many passes to make; 0 is allowed.

    Returns
    -------
    dict
        ``"w"``, ``"b"`` : float, slope and intercept at the end (the start, for 0 epochs).
        ``"history"`` : array of shape (epochs, 2). Row k holds ``(w, b)`` after k + 1 epochs; the
        start has no row.
        ``"updates"`` : int, how many updates were made in all, one per sample and epoch.
    """
    history = []
    for _ in range(epochs):
        w, b = sgd_epoch(x, y, w, b, rate)
        history.append((w, b))
    return {
        "w": w,
        "b": b,
        "history": np.array(history).reshape(epochs, 2),
        "updates": epochs * len(x),
    }


# %% task="A02.5"
def line_segment(w, b, x_left=-0.1, x_right=0.15):
    """Return the two end points of a piece of the line.

    Parameters
    ----------
    w, b : float
        Slope and intercept.
    x_left, x_right : float
        Where the piece begins and ends.

    Returns
    -------
    array of shape (2, 2)
        Rows are points: ``(x, w * x + b)`` at ``x_left``, then at ``x_right``.
    """
    x = np.array([x_left, x_right])
    return np.column_stack([x, predict(x, w, b)])


# %% task="A02.6"
def least_squares_line(x, y):
    """Return the line with the smallest mean squared error.

    ``numpy.polyfit``, ``lstsq``, ``linregress`` and the like are not allowed.

    Parameters
    ----------
    x, y : array of shape (m,)
        Inputs, not all equal, and targets.

    Returns
    -------
    slope, intercept : float
        A tuple of the two.
    """
    x_mean, y_mean = np.mean(x), np.mean(y)
    slope = np.sum((x - x_mean) * (y - y_mean)) / np.sum((x - x_mean) ** 2)
    return slope, y_mean - slope * x_mean


# %% task="A02.7"
def mean_squared_error(y_hat, y):
    """Return the mean of the squared errors, without the half of the cost.

    Parameters
    ----------
    y_hat : float or array of shape (m,)
        Predictions; a single number is the prediction for every sample.
    y : array of shape (m,)
        Targets.

    Returns
    -------
    float
        The mean of ``(y_hat - y)**2`` over the m samples.

    Raises
    ------
    ValueError
        If ``y_hat`` is an array and its shape isn't that of ``y``, ``(m,)`` with ``(m, 1)``
        included.
    """
    y_hat, y = np.asarray(y_hat), np.asarray(y)
    if y_hat.ndim and y_hat.shape != y.shape:
        raise ValueError(f"y_hat has shape {y_hat.shape} but y has shape {y.shape}")
    return np.mean((y_hat - y) ** 2)

