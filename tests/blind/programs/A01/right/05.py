# Decorators do the chores: floats in, shapes compared.
import functools

import numpy as np


def floats(function):
    """Hand every argument over as a fresh float array (numbers as arrays of shape ())."""

    @functools.wraps(function)
    def wrapped(*args, **kwargs):
        args = [np.array(a, dtype=float) for a in args]
        kwargs = {name: np.array(a, dtype=float) for name, a in kwargs.items()}
        return function(*args, **kwargs)

    return wrapped


def unpacked(function):
    """Turn arrays of shape () into numbers again."""

    @functools.wraps(function)
    def wrapped(*args, **kwargs):
        result = function(*args, **kwargs)
        if isinstance(result, tuple):
            return tuple(np.asarray(r)[()] for r in result)
        return np.asarray(result)[()]

    return wrapped


@unpacked
@floats
def predict(x, w, b):
    x *= w
    x += b
    return x


@unpacked
@floats
def half_squared_error(y_hat, y):
    match y_hat.shape, y.shape:
        case ((), _) | (_, ()):
            pass
        case first, second if first != second:
            raise ValueError(f"shapes {first} and {second}")
    return np.power(y_hat - y, 2) * 0.5


@unpacked
@floats
def chain_factors(x, y, w, b):
    return x * w + b - y, x, np.ones(x.shape)


@unpacked
@floats
def gradient(x, y, w, b):
    if x.shape != y.shape:
        raise ValueError(f"shapes {x.shape} and {y.shape}")
    error = x * w + b - y
    return np.average(error * x), np.average(error)


def numerical_gradient(f, theta, h=1e-5):
    centre = np.array(theta, dtype=float)

    def moved(i, by):
        point = centre.flatten()
        point[i] += by
        return f(point.reshape(centre.shape)[()])

    slopes = np.array([(moved(i, h) - moved(i, -h)) / (2 * h) for i in range(centre.size)], dtype=float)
    return slopes.reshape(centre.shape)[()]


def descend(x, y, w0, b0, lr, steps, train=("w",)):
    path = np.tile(np.array([w0, b0], dtype=float), (steps + 1, 1))
    for before, after in zip(path[:-1], path[1:]):
        dw, db = gradient(x, y, before[0], before[1])
        after[:] = before
        match tuple(train):
            case ("w",):
                after[0] -= lr * dw
            case ("b",):
                after[1] -= lr * db
            case _:
                after[0] -= lr * dw
                after[1] -= lr * db
    return path


@unpacked
@floats
def critical_lr(x):
    return 2 / (np.linalg.norm(x) ** 2 / x.size)
