"""Correct implementations of A10 that differ from the reference in algorithm or dtype: all get full marks."""

import numpy as np
from a10_convolution_1d import *

from autograder.checks import alternative


@alternative("A10.1", "one entry after the other")
def flip(w):
    flipped = np.empty_like(w)
    for j in range(len(w)):
        flipped[len(w) - 1 - j] = w[j]
    return flipped


@alternative("A10.1", "a view, by an index array")
def flip(w):
    return np.take(w, np.arange(len(w))[::-1])


@alternative("A10.2", "two loops, straight from the formula")
def convolve_valid(x, w):
    n, k = len(x), len(w)
    if n < k:
        raise ValueError("the kernel is too long")
    sums = []
    for i in range(n - k + 1):
        total = 0.0
        for j in range(k):
            total += x[i + j] * w[k - 1 - j]
        sums.append(total)
    return np.array(sums)


@alternative("A10.2", "a banded matrix, single precision")
def convolve_valid(x, w):
    n, k = len(x), len(w)
    if n < k:
        raise ValueError("the kernel is too long")
    band = np.zeros((n - k + 1, n), dtype=np.float32)
    for i in range(n - k + 1):
        band[i, i : i + k] = np.flip(w)
    return band @ np.asarray(x, dtype=np.float32)


@alternative("A10.2", "input flipped, result flipped back")
def convolve_valid(x, w):
    x, w = np.asarray(x)[::-1], np.asarray(w)
    if len(w) > len(x):
        raise ValueError("the kernel is too long")
    sums = [float(np.dot(x[i : i + len(w)], w)) for i in range(len(x) - len(w) + 1)]
    return np.array(sums[::-1])


@alternative("A10.3", "all windows by an index table")
def correlate_valid(x, w, stride=1):
    x, w = np.asarray(x), np.asarray(w)
    if w.size > x.size:
        raise ValueError("the kernel is too long")
    starts = stride * np.arange((x.size - w.size) // stride + 1)
    return x[starts[:, None] + np.arange(w.size)] @ w


@alternative("A10.3", "one shifted copy per weight, single precision")
def correlate_valid(x, w, stride=1):
    x, n, k = np.asarray(x, dtype=np.float32), len(x), len(w)
    if k > n:
        raise ValueError("the kernel is too long")
    sums = np.zeros(n - k + 1, dtype=np.float32)
    for j in range(k):
        sums += np.float32(w[j]) * x[j : j + n - k + 1]
    return sums[::stride]


@alternative("A10.3", "sliding_window_view")
def correlate_valid(x, w, stride=1):
    windows = np.lib.stride_tricks.sliding_window_view(np.asarray(x), len(w))
    return (windows[::stride] * w).sum(axis=1)


@alternative("A10.4", "same by remainders, NumPy integers")
def pad_amounts(n, k, stride, mode):
    if mode == "same":
        rest = n % stride
        total = max(k - (rest if rest else stride), 0)
        left = np.int64(total // 2)
        return left, np.int64(total) - left
    if mode == "full":
        return np.array([k - 1, k - 1])
    if mode == "same_scipy":
        left = (k - 1) - (k - 1) // 2
        return left, k - 1 - left
    if mode != "valid":
        raise ValueError("unknown mode")
    return [0, 0]


@alternative("A10.4", "zeros added one by one until enough windows fit")
def pad_amounts(n, k, stride, mode):
    if mode not in ("valid", "full", "same", "same_scipy"):
        raise ValueError("unknown mode")
    left = right = 0
    if mode == "full":
        left = right = k - 1
    elif mode == "same":
        while left + n + right < (int(np.ceil(n / stride)) - 1) * stride + k:
            if right <= left:
                right += 1
            else:
                left += 1
    elif mode == "same_scipy":
        while left + right < k - 1:
            if left <= right:
                left += 1
            else:
                right += 1
    return left, right


@alternative("A10.5", "two loops, entries outside the input skipped")
def correlate(x, w, mode, stride=1):
    n, k = len(x), len(w)
    left, right = pad_amounts(n, k, stride, mode)
    if left + n + right < k:
        raise ValueError("the kernel is too long")
    sums = []
    for start in range(-left, n + right - k + 1, stride):
        inside = [j for j in range(k) if 0 <= start + j < n]
        sums.append(sum(x[start + j] * w[j] for j in inside))
    return np.array(sums, dtype=float)


@alternative("A10.5", "the middle of the full result, single precision")
def correlate(x, w, mode, stride=1):
    n, k = len(x), len(w)
    left, right = pad_amounts(n, k, stride, mode)
    if left + n + right < k:
        raise ValueError("the kernel is too long")
    more = max(left, right, k - 1)
    x = np.concatenate([np.zeros(more), x, np.zeros(more)]).astype(np.float32)
    every = np.array([x[i : i + k] @ np.float32(w) for i in range(len(x) - k + 1)])
    return every[more - left : more + n + right - k + 1 : stride]


@alternative("A10.6", "windows counted entry by entry")
def participation(n, k, mode):
    left, right = pad_amounts(n, k, 1, mode)
    starts = range(-left, n + right - k + 1)
    return np.array([sum(1 for s in starts if s <= i < s + k) for i in range(n)])


@alternative("A10.6", "closed form")
def participation(n, k, mode):
    left, right = pad_amounts(n, k, 1, mode)
    i = left + np.arange(n)
    first = np.maximum(i - k + 1, 0)
    last = np.minimum(i, left + n + right - k)
    return last - first + 1


@alternative("A10.6", "correlation of ones")
def participation(n, k, mode):
    left, right = pad_amounts(n, k, 1, mode)
    windows = np.ones(left + n + right - k + 1)
    spread = correlate(windows, np.ones(k), "full")
    return np.rint(spread[left : left + n]).astype(int)
