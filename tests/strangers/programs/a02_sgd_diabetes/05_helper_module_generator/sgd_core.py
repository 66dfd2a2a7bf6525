"""The walk of A02 as a generator."""

import numpy as np
from sklearn import datasets


def load_column(number):
    """Return a column of the diabetes data, and the target."""
    data, target = datasets.load_diabetes(return_X_y=True)
    return np.array(data[:, number]), np.array(target)


def update(line, sample, rate):
    """Return the line after one update from one sample."""
    (w, b), (x_i, y_i) = map(float, line), map(float, sample)
    error = w * x_i + b - y_i
    return w - rate * error * x_i, b - rate * error


def walk(line, x, y, rate, epochs=1):
    """Yield the start, then the line after every single update."""
    line = tuple(map(float, line))
    yield line
    for _ in range(epochs):
        for sample in zip(x, y):
            line = update(line, sample, rate)
            yield line


def refuse_other_shape(y_hat, y):
    """Raise ValueError if y_hat is an array of another shape than y."""
    if np.ndim(y_hat) and np.shape(y_hat) != np.shape(y):
        raise ValueError(f"{np.shape(y_hat)} is not the shape of the targets, {np.shape(y)}")
