"""A02: stochastic gradient descent on the diabetes data."""

import sys
from collections import OrderedDict
from functools import reduce
from itertools import accumulate, repeat
from math import fsum
from typing import Any, NamedTuple

import autograder.notebook  # noqa: F401
import numpy as np
from a01_gradient_descent_line import predict
from numpy.typing import ArrayLike, NDArray


class Data(NamedTuple):
    x: NDArray[np.float64]
    y: NDArray[np.float64]


class Line(NamedTuple):
    w: float
    b: float


class Fitted(NamedTuple):
    slope: float
    intercept: float


def _floats(values: ArrayLike) -> list[float]:
    """Plain Python floats are the fastest thing to loop over."""
    return np.asarray(values, dtype=np.float64).ravel().tolist()


# %% task="A02.1"
def load_bmi_target() -> Data:
    """Return the body mass indices and the disease progression."""
    from sklearn.datasets import load_diabetes

    table, target = load_diabetes(return_X_y=True)
    return Data(x=np.ascontiguousarray(table[:, 2], dtype=np.float64), y=target.astype(np.float64))


# %% task="A02.2"
def sgd_step(x_i: float, y_i: float, w: float, b: float, rate: float) -> Line:
    """Return the line after one update from one sample."""
    x_i, y_i, w, b = float(x_i), float(y_i), float(w), float(b)
    error = w * x_i + b - y_i
    return Line(w=w - rate * error * x_i, b=b - rate * error)


# %% task="A02.3"
def sgd_epoch(x: ArrayLike, y: ArrayLike, w: float, b: float, rate: float) -> Line:
    """Return the line after one pass over all samples."""
    return reduce(
        lambda line, sample: sgd_step(*sample, *line, rate),
        zip(_floats(x), _floats(y)),
        Line(float(w), float(b)),
    )


# %% task="A02.4"
def sgd_fit(
    x: ArrayLike, y: ArrayLike, w: float = 1.0, b: float = 1.0, rate: float = 0.01, epochs: int = 1
) -> OrderedDict[str, Any]:
    """Train for a number of epochs; return the line, its history and the number of updates."""
    start = Line(float(w), float(b))
    first, *later = accumulate(
        repeat(None, epochs), lambda line, _: sgd_epoch(x, y, *line, rate), initial=start
    )
    last = later[-1] if later else first
    return OrderedDict(
        [
            ("updates", epochs * len(x)),
            ("history", np.array(later, dtype=np.float64).reshape(epochs, 2)),
            ("b", last.b),
            ("w", last.w),
        ]
    )


# %% task="A02.5"
def line_segment(w: float, b: float, x_left: float = -0.1, x_right: float = 0.15) -> NDArray[np.float64]:
    """Return the two end points of a piece of the line."""
    ends = np.array([x_left, x_right], dtype=np.float64)
    return np.column_stack((ends, predict(ends, w, b)))


# %% task="A02.6"
def least_squares_line(x: ArrayLike, y: ArrayLike) -> Fitted:
    """Return the line with the smallest mean squared error."""
    xs, ys = _floats(x), _floats(y)
    x_mean, y_mean = fsum(xs) / len(xs), fsum(ys) / len(ys)
    above = fsum((x_i - x_mean) * (y_i - y_mean) for x_i, y_i in zip(xs, ys))
    below = fsum((x_i - x_mean) * (x_i - x_mean) for x_i in xs)
    return Fitted(slope := above / below, y_mean - slope * x_mean)


# %% task="A02.7"
def mean_squared_error(y_hat: ArrayLike, y: ArrayLike) -> float:
    """Return the mean of the squared errors."""
    if np.ndim(y_hat) != 0 and np.shape(y_hat) != np.shape(y):
        raise ValueError(f"y_hat has shape {np.shape(y_hat)}, y has {np.shape(y)}")
    targets = _floats(y)
    predictions = repeat(float(y_hat)) if np.ndim(y_hat) == 0 else _floats(y_hat)
    return fsum((p - t) * (p - t) for p, t in zip(predictions, targets)) / len(targets)


if __name__ == "__main__":
    import figures

    figures.epochs(sys.modules[__name__])
    figures.shuffled(sys.modules[__name__])
