# Only loops and plain numbers.
import sys

import numpy as np


def flip(w):
    k = len(w)
    result = []
    for j in range(k):
        result.append(w[k - 1 - j])
    return np.array(result)


def convolve_valid(x, w):
    n = len(x)
    k = len(w)
    if k > n:
        raise ValueError("kernel of %d entries, input of %d" % (k, n))
    y = np.zeros(n - k + 1)
    for i in range(n - k + 1):
        total = 0.0
        for j in range(k):
            total = total + float(x[i + j]) * float(w[k - 1 - j])
        y[i] = total
    return y


def correlate_valid(x, w, stride=1):
    n = len(x)
    k = len(w)
    if k > n:
        raise ValueError("kernel of %d entries, input of %d" % (k, n))
    size = (n - k) // stride + 1
    y = np.zeros(size)
    for i in range(size):
        total = 0.0
        for j in range(k):
            total = total + float(x[i * stride + j]) * float(w[j])
        y[i] = total
    return y


def pad_amounts(n, k, stride, mode):
    if mode == "valid":
        left = 0
        right = 0
    elif mode == "full":
        left = k - 1
        right = k - 1
    elif mode == "same":
        out = n // stride
        if n % stride != 0:
            out = out + 1
        total = (out - 1) * stride + k - n
        if total < 0:
            total = 0
        left = total // 2
        right = total - left
    elif mode == "same_scipy":
        left = k // 2
        right = (k - 1) // 2
    else:
        raise ValueError("mode must be valid, full, same or same_scipy")
    return (left, right)


def correlate(x, w, mode, stride=1):
    left, right = pad_amounts(len(x), len(w), stride, mode)
    longer = []
    for _ in range(left):
        longer.append(0.0)
    for value in x:
        longer.append(float(value))
    for _ in range(right):
        longer.append(0.0)
    return correlate_valid(longer, w, stride)


def participation(n, k, mode):
    left, right = pad_amounts(n, k, 1, mode)
    windows = left + n + right - k + 1
    counts = np.zeros(n, dtype=int)
    for i in range(windows):
        for j in range(k):
            place = i + j - left
            if place >= 0 and place < n:
                counts[place] = counts[place] + 1
    return counts
