import sys

import numpy as np


class Slider:
    """Walks over an input, one window at a time."""

    def __init__(self, x, k, stride=1):
        self.x = np.asarray(x, dtype=np.float64)
        self.k = k
        self.stride = stride
        if k > self.x.shape[0]:
            raise ValueError(f"a window of {k} entries in an input of {self.x.shape[0]}")

    def __len__(self):
        return (self.x.shape[0] - self.k) // self.stride + 1

    def __getitem__(self, i):
        if i >= len(self):
            raise IndexError(i)
        start = i * self.stride
        return self.x[start : start + self.k]


def flip(w):
    w = np.asarray(w)
    turned = np.empty_like(w)
    turned[...] = w[::-1]
    return turned


def convolve_valid(x, w):
    w = np.asarray(w, dtype=np.float64)
    return np.array([np.inner(window, w[::-1]) for window in Slider(x, len(w))])


def correlate_valid(x, w, stride=1):
    w = np.asarray(w, dtype=np.float64)
    return np.array([np.inner(window, w) for window in Slider(x, len(w), stride)])


def pad_amounts(n, k, stride, mode):
    names = ["valid", "full", "same", "same_scipy"]
    if not any(mode == name for name in names):
        raise ValueError(f"mode {mode!r}: choose one of {names}")
    if mode == "valid":
        total, left = 0, 0
    if mode == "full":
        total, left = 2 * (k - 1), k - 1
    if mode == "same":
        total = max(k - stride if n % stride == 0 else k - n % stride, 0)
        left = total // 2
    if mode == "same_scipy":
        total, left = k - 1, k // 2
    return left, total - left


def correlate(x, w, mode, stride=1):
    left, right = pad_amounts(len(x), len(w), stride, mode)
    return correlate_valid(np.hstack((np.zeros(left), x, np.zeros(right))), w, stride)


def participation(n, k, mode):
    left, right = pad_amounts(n, k, 1, mode)
    marked = np.concatenate((np.full(left, -1), np.arange(n), np.full(right, -1)))
    counts = [0] * n
    for window in Slider(marked, k):
        for place in window:
            if place >= 0:
                counts[int(place)] += 1
    return np.array(counts, dtype=int)
