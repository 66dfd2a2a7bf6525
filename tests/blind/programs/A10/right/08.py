"""Everything as a product of a banded matrix with the input."""
import sys

import numpy as np


ROWS = 200  # so many rows of the matrix at a time


def _bands(size, w, stride):
    """Yield pieces of the matrix: the first column of the piece, and its rows."""
    w = np.asarray(w, dtype=float)
    k = len(w)
    if k > size:
        raise ValueError("there is no full overlap")
    rows = (size - k) // stride + 1
    for top in range(0, rows, ROWS):
        height = min(ROWS, rows - top)
        M = np.zeros((height, (height - 1) * stride + k))
        for i in range(height):
            M[i, i * stride : i * stride + k] = w
        yield top * stride, M


def _product(x, w, stride):
    x = np.asarray(x, dtype=float)
    return np.concatenate([M @ x[at : at + M.shape[1]] for at, M in _bands(len(x), w, stride)])


def flip(w):
    w = np.asarray(w)
    J = np.arange(len(w))[::-1]
    return np.take(w, J)


def convolve_valid(x, w):
    return _product(x, flip(w), 1)


def correlate_valid(x, w, stride=1):
    return _product(x, w, stride)


def pad_amounts(n, k, stride, mode):
    if mode == "full":
        return k - 1, k - 1
    elif mode == "valid":
        return 0, 0
    elif mode in {"same", "same_scipy"}:
        if mode == "same_scipy":
            return k // 2, (k - 1) // 2
        out, rest = divmod(n, stride)
        out += rest > 0
        total = (out - 1) * stride + k - n
        total = int(total * (total > 0))
        return total // 2, total - total // 2
    else:
        raise ValueError(mode)


def correlate(x, w, mode, stride=1):
    left, right = pad_amounts(len(x), len(w), stride, mode)
    padded = np.append(np.append(np.zeros(left), x), np.zeros(right))
    return _product(padded, w, stride)


def participation(n, k, mode):
    left, right = pad_amounts(n, k, 1, mode)
    counts = np.zeros(left + n + right)
    for at, M in _bands(counts.size, np.ones(k), 1):
        counts[at : at + M.shape[1]] += M.sum(axis=0)
    return np.rint(counts[left : left + n]).astype(int)
