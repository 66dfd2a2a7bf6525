"""The kernel's entries one after the other, each times a shifted slice of the input."""
import sys
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Padding:
    left: int
    right: int

    def around(self, x):
        return np.pad(np.asarray(x, dtype=float), (self.left, self.right), mode="constant", constant_values=0)


def flip(w):
    return np.flipud(np.asarray(w)).copy()


def convolve_valid(x, w):
    x = np.asarray(x, dtype=float)
    places = len(x) - len(w) + 1
    if places < 1:
        raise ValueError("kernel too long")
    y = np.zeros(places)
    for j, weight in enumerate(reversed(list(w))):
        y += x[j : j + places] * weight
    return y


def correlate_valid(x, w, stride=1):
    x = np.asarray(x, dtype=float)
    span = len(x) - len(w) + 1
    if span < 1:
        raise ValueError("kernel too long")
    y = np.zeros(len(range(0, span, stride)))
    for j, weight in enumerate(w):
        y += weight * x[j : j + span : stride]
    return y


def pad_amounts(n, k, stride, mode):
    if mode not in ("valid", "full", "same", "same_scipy"):
        raise ValueError("unknown kind of padding: " + repr(mode))
    if mode.startswith("same"):
        total = k - 1
        if mode == "same":
            # the last window starts at the last multiple of the stride below n
            total = max((n - 1) // stride * stride + k - n, 0)
            return total // 2, (total + 1) // 2
        return (total + 1) // 2, total // 2
    amount = 0 if mode == "valid" else k - 1
    return amount, amount


def correlate(x, w, mode, stride=1):
    padding = Padding(*pad_amounts(len(x), len(w), stride, mode))
    return correlate_valid(padding.around(x), w, stride)


def participation(n, k, mode):
    padding = Padding(*pad_amounts(n, k, 1, mode))
    counts = np.zeros(n, dtype=int)
    for i in range(n):
        first = max(i + padding.left - k + 1, 0)
        last = min(i + padding.left, padding.left + n + padding.right - k)
        counts[i] = last - first + 1
    return counts
