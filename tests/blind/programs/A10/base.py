import sys

import numpy as np


def flip(w):
    return np.array(w)[::-1].copy()


def convolve_valid(x, w):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    n, k = len(x), len(w)
    if k > n:
        raise ValueError("the kernel is longer than the input")
    w = flip(w)
    return np.array([np.sum(x[i : i + k] * w) for i in range(n - k + 1)])


def correlate_valid(x, w, stride=1):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    n, k = len(x), len(w)
    if k > n:
        raise ValueError("the kernel is longer than the input")
    return np.array([np.sum(x[i : i + k] * w) for i in range(0, n - k + 1, stride)])


def pad_amounts(n, k, stride, mode):
    if mode == "valid":
        return 0, 0
    if mode == "full":
        return k - 1, k - 1
    if mode == "same":
        out = -(-n // stride)
        total = max((out - 1) * stride + k - n, 0)
        return total // 2, total - total // 2
    if mode == "same_scipy":
        return k // 2, (k - 1) // 2
    raise ValueError(f"unknown mode {mode!r}")


def correlate(x, w, mode, stride=1):
    left, right = pad_amounts(len(x), len(w), stride, mode)
    return correlate_valid(np.pad(x, (left, right)), w, stride)


def participation(n, k, mode):
    left, right = pad_amounts(n, k, 1, mode)
    counts = np.zeros(left + n + right, dtype=int)
    for i in range(left + n + right - k + 1):
        counts[i : i + k] += 1
    return counts[left : left + n]
