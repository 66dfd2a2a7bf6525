# Recursion and a decorator.
import sys
from functools import reduce, wraps

import numpy as np


def refuse_long_kernels(slide):
    @wraps(slide)
    def guarded(x, w, *args, **kwargs):
        if len(w) > len(x):
            raise ValueError("kernel longer than input")
        return slide(np.array(x, dtype=float), np.array(w, dtype=float), *args, **kwargs)

    return guarded


def flip(w):
    w = np.asarray(w)
    if len(w) <= 1:
        return w.copy()
    return np.concatenate([w[-1:], flip(w[:-1])]) if len(w) < 50 else w[::-1].copy()


@refuse_long_kernels
def convolve_valid(x, w):
    k = len(w)
    turned = w[::-1]
    return np.array([x[i : i + k].dot(turned) for i, _ in enumerate(x[k - 1 :])])


@refuse_long_kernels
def correlate_valid(x, w, stride=1):
    sums, rest = [], x
    while len(rest) >= len(w):
        sums.append(reduce(lambda total, pair: total + pair[0] * pair[1], zip(rest, w), 0.0))
        rest = rest[stride:]
    return np.array(sums)


def pad_amounts(n, k, stride, mode):
    if mode == "valid":
        return (0, 0)
    if mode == "full":
        return (k - 1,) * 2
    if mode == "same_scipy":
        # what is left of full when the n results in the middle are kept
        front = k - 1 - (k - 1) // 2
        return (front, k - 1 - front)
    if mode == "same":
        windows = len(range(0, n, stride))
        need = (windows - 1) * stride + k
        total = need - n if need > n else 0
        return (total // 2, total - total // 2)
    raise ValueError("no such mode")


def correlate(x, w, mode, stride=1):
    left, right = pad_amounts(len(x), len(w), stride, mode)
    return correlate_valid([0] * left + list(x) + [0] * right, w, stride=stride)


def participation(n, k, mode):
    left, right = pad_amounts(n, k, 1, mode)
    steps = np.zeros(left + n + right + 1, dtype=int)
    for start in range(left + n + right - k + 1):
        steps[start] += 1
        steps[start + k] -= 1
    return np.cumsum(steps)[left : left + n]
