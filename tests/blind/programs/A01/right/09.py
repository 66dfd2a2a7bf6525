"""A01 with type hints, generators and small helpers."""

from collections.abc import Callable, Iterator
from typing import NamedTuple, Union

import numpy as np

Number = Union[int, float, np.number]


class Point(NamedTuple):
    w: float
    b: float


def is_number(value) -> bool:
    return np.ndim(value) == 0


def same_shape(a, b) -> bool:
    return np.shape(a) == np.shape(b)


def predict(x: Number | np.ndarray, w: float, b: float) -> Number | np.ndarray:
    if is_number(x):
        return np.float64(x) * w + b
    return np.fromiter((np.float64(x_i) * w + b for x_i in x), dtype=float, count=len(x))


def half_squared_error(y_hat, y) -> Number | np.ndarray:
    if not (is_number(y_hat) or is_number(y) or same_shape(y_hat, y)):
        raise ValueError(f"shapes {np.shape(y_hat)} and {np.shape(y)} don't match")
    half = np.vectorize(lambda p, t: 0.5 * (np.float64(p) - np.float64(t)) ** 2, otypes=[float])
    return half(y_hat, y)[()]


def chain_factors(x, y, w: float, b: float) -> tuple:
    residual = predict(x, w, b) - (np.float64(y) if is_number(y) else np.asarray(y, float))
    return residual, np.asarray(x, float)[()], np.ones(np.shape(x))[()]


def gradient(x, y, w: float, b: float) -> tuple[float, float]:
    if not same_shape(x, y):
        raise ValueError(f"shapes {np.shape(x)} and {np.shape(y)} don't match")
    dw = db = 0.0
    pairs = zip(np.atleast_1d(x).astype(float).tolist(), np.atleast_1d(y).astype(float).tolist())
    w, b = float(w), float(b)
    for count, (x_i, y_i) in enumerate(pairs, start=1):  # running means
        error = w * x_i + b - y_i
        dw += (error * x_i - dw) / count
        db += (error - db) / count
    return dw, db


def numerical_gradient(f: Callable, theta, h: float = 1e-5):
    def slope(index: tuple) -> float:
        values = []
        for sign in (+1, -1):
            point = np.array(theta, dtype=float)
            point[index] += sign * h
            values.append(f(float(point) if is_number(theta) else point))
        return (values[0] - values[1]) / (2 * h)

    if is_number(theta):
        return slope(())
    result = np.empty(np.shape(theta), dtype=float)
    for index in np.ndindex(result.shape):
        result[index] = slope(index)
    return result


def walk(x, y, start: Point, lr: float, train) -> Iterator[Point]:
    point = start
    while True:
        yield point
        dw, db = gradient(x, y, *point)
        if "w" in train:
            point = point._replace(w=point.w - lr * dw)
        if "b" in train:
            point = Point(point.w, point.b - lr * db)


def descend(x, y, w0: float, b0: float, lr: float, steps: int, train=("w",)) -> np.ndarray:
    path = np.full((steps + 1, 2), np.nan)
    for row, point in zip(path, walk(x, y, Point(float(w0), float(b0)), lr, train)):
        row[:] = point
    return path


def critical_lr(x) -> float:
    values = np.asarray(x, dtype=float)
    return float(2 / (np.var(values) + np.mean(values) ** 2))
