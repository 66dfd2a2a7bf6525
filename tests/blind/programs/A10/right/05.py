from __future__ import annotations

import sys
from typing import Any, Literal, NamedTuple

import numpy as np

Array = np.ndarray[Any, Any]
Mode = Literal["valid", "full", "same", "same_scipy"]


class Zeros(NamedTuple):
    left: int
    right: int


def flip(w: Array) -> Array:
    return np.asarray(w)[slice(None, None, -1)]


def convolve_valid(x: Array, w: Array) -> Array:
    if (places := len(x) - (k := len(w)) + 1) <= 0:
        raise ValueError("the kernel has more entries than the input")
    turned = flip(w).astype(float)
    return np.fromiter((np.dot(x[i : i + k], turned) for i in range(places)), dtype=float, count=places)


def correlate_valid(x: Array, w: Array, stride: int = 1) -> Array:
    if (free := len(x) - (k := len(w))) < 0:
        raise ValueError("the kernel has more entries than the input")
    weights = np.asarray(w, dtype=float)
    return np.fromiter((np.dot(x[i : i + k], weights) for i in range(0, free + 1, stride)), dtype=float)


def pad_amounts(n: int, k: int, stride: int, mode: Mode) -> Zeros:
    if mode == "same":
        missing = (-(n // -stride) - 1) * stride + k - n
        total = missing if missing > 0 else 0
        return Zeros(left := total >> 1, total - left)
    known = {"valid": Zeros(0, 0), "full": Zeros(k - 1, k - 1), "same_scipy": Zeros(k // 2, k - 1 - k // 2)}
    if (zeros := known.get(mode)) is None:
        raise ValueError(f"mode may be {', '.join(known)} or same, not {mode}")
    return zeros


def correlate(x: Array, w: Array, mode: Mode, stride: int = 1) -> Array:
    zeros = pad_amounts(len(x), len(w), stride, mode)
    return correlate_valid(np.r_[np.zeros(zeros.left), x, np.zeros(zeros.right)], w, stride)


def participation(n: int, k: int, mode: Mode) -> Array:
    zeros = pad_amounts(n, k, 1, mode)
    last_start = n + zeros.left + zeros.right - k
    place = np.arange(n) + zeros.left
    return np.minimum(place, last_start) - np.maximum(place - k + 1, 0) + 1
