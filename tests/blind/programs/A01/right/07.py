# Functional: accumulate, comprehensions, walrus; the walk on the moments of the data.
from itertools import accumulate

import numpy as np


def as_float(value):
    return np.asarray(value, dtype=float)


def predict(x, w, b):
    return as_float(x).dot(as_float(w)) + as_float(b)


def half_squared_error(y_hat, y):
    p, t = map(as_float, (y_hat, y))
    if (p.shape and t.shape) and p.shape != t.shape:
        raise ValueError(f"{p.shape} against {t.shape}")
    return (r := p - t) * r / 2


def chain_factors(x, y, w, b):
    return tuple([predict(x, w, b) - as_float(y), (u := as_float(x))[()], (u**0)[()]])


def gradient(x, y, w, b):
    if (shape := np.shape(x)) != np.shape(y):
        raise ValueError(f"{shape} against {np.shape(y)}")
    error = predict(x, w, b) - as_float(y)
    return tuple(float((error * factor).mean()) for factor in (as_float(x), 1.0))


def numerical_gradient(f, theta, h=1e-5):
    t = as_float(theta)
    if not t.ndim:
        return (f(t[()] + h) - f(t[()] - h)) / (2 * h)

    def with_entry(i, value):
        (changed := t.copy()).flat[i] = value
        return changed

    rise = (f(with_entry(i, v + h)) - f(with_entry(i, v - h)) for i, v in enumerate(t.flat))
    return np.fromiter((r / (2 * h) for r in rise), float, t.size).reshape(t.shape)


def descend(x, y, w0, b0, lr, steps, train=("w",)):
    x, y = as_float(x), as_float(y)
    x_mean, y_mean = x.mean(), y.mean()
    spread = ((x - x_mean) ** 2).mean()
    together = ((x - x_mean) * (y - y_mean)).mean()

    def step(point, _):
        w, b = point
        db = w * x_mean + b - y_mean
        dw = w * spread - together + x_mean * db
        return (w - lr * dw if "w" in train else w, b - lr * db if "b" in train else b)

    return np.array(list(accumulate(range(steps), step, initial=(float(w0), float(b0)))))


def critical_lr(x):
    return 2 / (as_float(x) ** 2).mean()
