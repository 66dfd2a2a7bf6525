"""A02 with type hints, dataclasses and generators."""

import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a01_gradient_descent_line import predict
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import NamedTuple


class Line(NamedTuple):
    w: float
    b: float


@dataclass
class Fit:
    w: float
    b: float
    history: np.ndarray
    updates: int


def load_bmi_target() -> tuple[np.ndarray, np.ndarray]:
    from sklearn.datasets import load_diabetes

    diabetes = load_diabetes()
    x, y = diabetes["data"][:, 2].astype(float), diabetes["target"].astype(float)
    assert x.shape == y.shape == (442,)
    return x, y


def sgd_step(x_i: float, y_i: float, w: float, b: float, rate: float) -> Line:
    slope_b = np.float64(w) * x_i + b - y_i
    slope_w = slope_b * x_i
    return Line(w=w - rate * slope_w, b=b - rate * slope_b)


def lines(x, y, line: Line, rate: float) -> Iterator[Line]:
    """Every line of one pass, the last one last."""
    for x_i, y_i in zip(x, y):
        line = sgd_step(x_i, y_i, line.w, line.b, rate)
        yield line


def sgd_epoch(x, y, w: float, b: float, rate: float) -> Line:
    line = Line(float(w), float(b))
    for line in lines(np.asarray(x, float), np.asarray(y, float), line, rate):
        pass
    return line


def sgd_fit(x, y, w: float = 1.0, b: float = 1.0, rate: float = 0.01, epochs: int = 1) -> dict:
    m = len(x)
    xs, ys = np.asarray(x, float).tolist(), np.asarray(y, float).tolist()
    fit = Fit(float(w), float(b), np.zeros((epochs, 2)), 0)
    rate = float(rate)
    while fit.updates < epochs * m:
        epoch, row = divmod(fit.updates, m)
        error = fit.w * xs[row] + fit.b - ys[row]
        fit.w, fit.b = fit.w - rate * error * xs[row], fit.b - rate * error
        fit.history[epoch] = fit.w, fit.b
        fit.updates += 1
    return asdict(fit)


def line_segment(w: float, b: float, x_left: float = -0.1, x_right: float = 0.15) -> np.ndarray:
    ends = np.array([x_left, x_right], dtype=float)
    return np.c_[ends, predict(ends, w, b)]


def least_squares_line(x, y) -> tuple[float, float]:
    x_mean = y_mean = s_xx = s_xy = 0.0
    samples = zip(np.asarray(x, float).tolist(), np.asarray(y, float).tolist())
    for count, (x_i, y_i) in enumerate(samples, start=1):  # running means and sums of products
        from_x = x_i - x_mean
        x_mean += from_x / count
        y_mean += (y_i - y_mean) / count
        s_xx += from_x * (x_i - x_mean)
        s_xy += from_x * (y_i - y_mean)
    slope = s_xy / s_xx
    return slope, y_mean - slope * x_mean


def mean_squared_error(y_hat, y) -> float:
    match np.shape(y_hat):
        case ():
            guesses = [float(y_hat)] * len(y)
        case shape if shape == np.shape(y):
            guesses = np.asarray(y_hat, float).tolist()
        case shape:
            raise ValueError(f"y_hat has shape {shape} and y {np.shape(y)}")
    squares = [(g - float(t)) * (g - float(t)) for g, t in zip(guesses, y)]
    return sum(squares) / len(squares)
