"""A01: gradient descent on a line.

Written without the lesson text; one section per task.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array: TypeAlias = NDArray[np.float64]
NumberOrArray: TypeAlias = "float | Array"


class Factors(NamedTuple):
    """The three links of the chain."""

    dJ_dyhat: NumberOrArray
    dyhat_dw: NumberOrArray
    dyhat_db: NumberOrArray


class Slopes(NamedTuple):
    """The gradient of the mean cost."""

    dw: float
    db: float


@dataclass(frozen=True)
class Line:
    """A candidate line. It never changes; a step makes a new one."""

    w: float
    b: float

    def __call__(self, x: ArrayLike) -> NumberOrArray:
        return self.w * np.asarray(x, dtype=np.float64) + self.b

    def after_step(self, slopes: Slopes, lr: float, train: Sequence[str]) -> Line:
        moves = {"w": slopes.dw, "b": slopes.db}
        moved = {name: getattr(self, name) - lr * slope for name, slope in moves.items() if name in train}
        return replace(self, **moved)


def _check_same(x: ArrayLike, y: ArrayLike) -> None:
    if np.shape(x) != np.shape(y):
        raise ValueError(f"shapes differ: {np.shape(x)} and {np.shape(y)}")


# A01.1
def predict(x: ArrayLike, w: float, b: float) -> NumberOrArray:
    """Return w * x + b."""
    return Line(w, b)(x)


# A01.2
def half_squared_error(y_hat: ArrayLike, y: ArrayLike) -> NumberOrArray:
    """Return half the squared error of each prediction."""
    if np.ndim(y_hat) and np.ndim(y):
        _check_same(y_hat, y)
    residual = np.asarray(y_hat, dtype=np.float64) - np.asarray(y, dtype=np.float64)
    return 0.5 * residual * residual


# A01.3
def chain_factors(x: ArrayLike, y: ArrayLike, w: float, b: float) -> Factors:
    """Return dJ/dy_hat, dy_hat/dw and dy_hat/db."""
    error = half_squared_error_slope(predict(x, w, b), y)
    if np.ndim(x) == 0:
        return Factors(float(error), float(x), 1.0)
    inputs = np.array(x, dtype=np.float64)
    return Factors(error, inputs, np.ones(inputs.shape))


def half_squared_error_slope(y_hat: ArrayLike, y: ArrayLike) -> NumberOrArray:
    """The derivative of half_squared_error with respect to y_hat."""
    return np.asarray(y_hat, dtype=np.float64) - np.asarray(y, dtype=np.float64)


# A01.4
def gradient(x: ArrayLike, y: ArrayLike, w: float, b: float) -> Slopes:
    """Return the slopes of the mean cost."""
    _check_same(x, y)
    factors = chain_factors(x, y, w, b)
    return Slopes(
        dw=float(np.mean(factors.dJ_dyhat * factors.dyhat_dw)),
        db=float(np.mean(factors.dJ_dyhat * factors.dyhat_db)),
    )


# A01.5
def numerical_gradient(f: Callable[[Array], float], theta: ArrayLike, h: float = 1e-5) -> NumberOrArray:
    """Return the gradient of f at theta by centred differences."""
    here: Array = np.array(theta, dtype=np.float64)

    def shifted(index: tuple[int, ...], by: float) -> Array:
        there = here.copy()
        there[index] += by
        return there

    slopes = np.empty(here.shape)
    for index, _ in np.ndenumerate(here):
        slopes[index] = (f(shifted(index, h)) - f(shifted(index, -h))) / (2 * h)
    return slopes if slopes.ndim else slopes.item()


# A01.6
def _walk(x: ArrayLike, y: ArrayLike, line: Line, lr: float, train: Sequence[str]) -> Iterator[Line]:
    """Go downhill for ever."""
    while True:
        yield line
        line = line.after_step(gradient(x, y, line.w, line.b), lr, train)


def descend(
    x: ArrayLike,
    y: ArrayLike,
    w0: float,
    b0: float,
    lr: float,
    steps: int,
    train: tuple[str, ...] = ("w",),
) -> Array:
    """Return the path of gradient descent, a row per step and one for the start."""
    walk = _walk(x, y, Line(float(w0), float(b0)), lr, train)
    return np.array([(line.w, line.b) for line in islice(walk, steps + 1)], dtype=np.float64)


# A01.7
def critical_lr(x: ArrayLike) -> float:
    """Return the learning rate at which a step turns the distance into its opposite."""
    inputs = np.asarray(x, dtype=np.float64)
    return float(2 * inputs.size / np.vdot(inputs, inputs))


if __name__ == "__main__":
    import figures

    figures.learning_rates(sys.modules[__name__])
    figures.bowl(sys.modules[__name__])
