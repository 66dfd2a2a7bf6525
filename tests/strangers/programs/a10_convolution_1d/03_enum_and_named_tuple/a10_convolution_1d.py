"""A10: convolution in one dimension."""

from __future__ import annotations

import sys
from enum import Enum
from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt

ModeName = Literal["valid", "full", "same", "same_scipy"]


class Mode(str, Enum):
    VALID = "valid"
    FULL = "full"
    SAME = "same"
    SAME_SCIPY = "same_scipy"


class Padding(NamedTuple):
    left: int
    right: int

    def around(self, x: np.ndarray) -> np.ndarray:
        return np.concatenate([np.zeros(self.left), x, np.zeros(self.right)])


class Signal:
    """A one-dimensional array of floats, and the windows in it."""

    def __init__(self, values: npt.ArrayLike) -> None:
        self.values = np.array(values, dtype=np.float64)

    def __len__(self) -> int:
        return self.values.size

    def windows(self, width: int, stride: int = 1):
        if width > len(self):
            raise ValueError(f"a kernel of {width} doesn't fit into an input of {len(self)}")
        for start in range(0, len(self) - width + 1, stride):
            yield self.values[start : start + width]


def flip(w: np.ndarray) -> np.ndarray:
    return np.flip(w)


def convolve_valid(x: np.ndarray, w: np.ndarray) -> npt.NDArray[np.float64]:
    return correlate_valid(x, flip(w))


def correlate_valid(x: np.ndarray, w: np.ndarray, stride: int = 1) -> npt.NDArray[np.float64]:
    kernel = Signal(w)
    windows = Signal(x).windows(len(kernel), stride)
    return np.fromiter((window @ kernel.values for window in windows), dtype=np.float64)


def pad_amounts(n: int, k: int, stride: int, mode: ModeName) -> Padding:
    match Mode(mode):  # Mode("nonsense") is a ValueError
        case Mode.VALID:
            return Padding(0, 0)
        case Mode.FULL:
            return Padding(k - 1, k - 1)
        case Mode.SAME_SCIPY:
            return Padding(left=k // 2, right=(k - 1) // 2)
        case Mode.SAME:
            out = (n + stride - 1) // stride
            half, odd = divmod(max((out - 1) * stride + k - n, 0), 2)
            return Padding(left=half, right=half + odd)


def correlate(
    x: np.ndarray, w: np.ndarray, mode: ModeName, stride: int = 1
) -> npt.NDArray[np.float64]:
    zeros = pad_amounts(len(x), len(w), stride, mode)
    return correlate_valid(zeros.around(x), w, stride)


def participation(n: int, k: int, mode: ModeName) -> npt.NDArray[np.int64]:
    left, right = pad_amounts(n, k, 1, mode)
    places = np.arange(n)
    first = np.maximum(places - k + 1, -left)
    last = np.minimum(places, n + right - k)
    return last - first + 1


if __name__ == "__main__":
    import figures

    figures.participation_counts(sys.modules[__name__])
    figures.smooth_and_edge(sys.modules[__name__])
