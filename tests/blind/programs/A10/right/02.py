import sys

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def flip(w):
    return np.flip(np.asarray(w))


def _windows(x, k, stride):
    if k > len(x):
        raise ValueError("no window fits")
    return sliding_window_view(np.asarray(x, dtype=float), k)[::stride]


def convolve_valid(x, w):
    return np.einsum("ij,j->i", _windows(x, len(w), 1), flip(w))


def correlate_valid(x, w, stride=1):
    return np.einsum("ij,j->i", _windows(x, len(w), stride), np.asarray(w))


def pad_amounts(n, k, stride, mode):
    match mode:
        case "valid":
            both = (0, 0)
        case "full":
            both = (k - 1, k - 1)
        case "same":
            last_end = ((n + stride - 1) // stride - 1) * stride + k
            left, odd = divmod(max(last_end - n, 0), 2)
            both = (left, left + odd)
        case "same_scipy":
            both = (k // 2, (k - 1) // 2)
        case _:
            raise ValueError(f"{mode} is no mode")
    return both


def correlate(x, w, mode, stride=1):
    x = np.asarray(x, dtype=float)
    left, right = pad_amounts(x.size, len(w), stride, mode)
    return correlate_valid(np.concatenate([np.zeros(left), x, np.zeros(right)]), w, stride)


def participation(n, k, mode):
    left, right = pad_amounts(n, k, 1, mode)
    places = sliding_window_view(np.arange(-left, n + right), k).ravel()
    inside = places[(places >= 0) & (places < n)]
    return np.bincount(inside, minlength=n)
