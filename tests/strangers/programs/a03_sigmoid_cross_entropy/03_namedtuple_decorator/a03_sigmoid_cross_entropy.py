"""A03: sigmoid and cross-entropy, with types."""

from __future__ import annotations

import functools
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

import autograder.notebook  # noqa: F401
import numpy as np
from a01_gradient_descent_line import predict
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]


class OddsAndLogit(NamedTuple):
    odds: float | Array
    logit: float | Array


class LogisticChain(NamedTuple):
    dL_da: float | Array
    da_dz: float | Array
    dz_dw: float | Array
    dz_db: float | Array


class LogisticGradient(NamedTuple):
    dw: Array
    db: float


def two_of_a_kind(cost: Callable[..., Array]) -> Callable[..., float | Array]:
    """Decorate a cost of two arguments: both become float arrays, and different shapes are refused."""

    @functools.wraps(cost)
    def checked(prediction: ArrayLike, y: ArrayLike, *args, **kwargs) -> float | Array:
        left, right = np.asarray(prediction, dtype=np.float64), np.asarray(y, dtype=np.float64)
        if left.ndim and right.ndim and left.shape != right.shape:
            raise ValueError(f"{cost.__name__}: shapes {left.shape} and {right.shape} differ")
        result = cost(left, right, *args, **kwargs)
        return result if np.ndim(result) else float(result)

    return checked


def encode_labels(labels: Sequence[str] | NDArray, positive: str | int) -> Array:
    """Return 1.0 for each label of the positive class and 0.0 for every other."""
    code: defaultdict[str | int, float] = defaultdict(float, {positive: 1.0})
    encoded = np.array([code[label] for label in labels], dtype=np.float64)
    if not encoded.any():
        raise ValueError(f"no label is {positive!r}; there are {sorted(set(map(str, labels)))}")
    return encoded


def odds_and_logit(p: ArrayLike) -> OddsAndLogit:
    """Return p / (1 - p) and its natural logarithm."""
    p = np.asarray(p, dtype=np.float64)
    if not np.all((0 < p) & (p < 1)):
        raise ValueError("each probability must lie between 0 and 1, the ends excluded")
    return OddsAndLogit(odds=p / (1 - p), logit=np.log(p) - np.log1p(-p))


def sigmoid(z: ArrayLike) -> float | Array:
    """Return 1 / (1 + exp(-z)), for each z however large."""
    z = np.asarray(z, dtype=np.float64)
    a = np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))
    return a if a.ndim else float(a)


@two_of_a_kind
def _binary_cross_entropy(a: Array, y: Array, eps: float) -> Array:
    a = np.clip(a, eps, 1 - eps)
    return -np.log(np.where(y == 1, a, 1 - a))


def binary_cross_entropy(a: ArrayLike, y: ArrayLike, eps: float = 1e-12) -> float | Array:
    """Return the cross-entropy of each predicted probability."""
    return _binary_cross_entropy(a, y, eps)


def bce_with_logits(z: ArrayLike, y: ArrayLike) -> float | Array:
    """Return the cross-entropy of sigmoid(z), without the detour."""

    @two_of_a_kind
    def logit_cost(z: Array, y: Array) -> Array:
        return np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))

    return logit_cost(z, y)


def logistic_chain(x: ArrayLike, y: ArrayLike, w: float, b: float) -> LogisticChain:
    """Return the four factors of the chain."""
    z = predict(np.asarray(x, dtype=np.float64), w, b)
    a, not_a = sigmoid(z), sigmoid(-z)  # 1 - a would lose digits where a is close to 1
    dL_da = np.where(np.asarray(y) == 1, -1 / a, 1 / not_a)
    dz_dw = np.array(x, dtype=np.float64)
    dz_db = np.ones(dz_dw.shape)
    if dz_dw.ndim == 0:
        return LogisticChain(dL_da.item(), a * not_a, dz_dw.item(), dz_db.item())
    return LogisticChain(dL_da, a * not_a, dz_dw, dz_db)


def logistic_gradient(x: ArrayLike, y: float, w: ArrayLike, b: float) -> LogisticGradient:
    """Return the slopes of one sample's cross-entropy."""
    x, w = np.asarray(x, dtype=np.float64), np.asarray(w, dtype=np.float64)
    if x.shape != w.shape:
        raise ValueError(f"{x.shape = } but {w.shape = }")
    delta = sigmoid(float(w @ x) + b) - float(y)
    return LogisticGradient(dw=delta * x, db=delta)


if __name__ == "__main__":
    import figures

    figures.sheet(sys.modules[__name__])
    figures.bowls(sys.modules[__name__])
