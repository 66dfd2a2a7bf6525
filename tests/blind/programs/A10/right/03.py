import sys

import numpy as np


def flip(w):
    w = np.asarray(w)
    return w[np.arange(w.shape[0] - 1, -1, -1)]


def _index_table(n, k, stride=1):
    """Return the positions of every window's entries, one window per row."""
    if n < k:
        raise ValueError(f"a kernel of {k} does not fit into {n} entries")
    starts = np.arange((n - k) // stride + 1) * stride
    return starts[:, None] + np.arange(k)[None, :]


def correlate_valid(x, w, stride=1):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return x[_index_table(x.size, w.size, stride)] @ w


def convolve_valid(x, w):
    return correlate_valid(x, flip(w))


RULES = {
    "valid": lambda n, k, s: (0, 0),
    "full": lambda n, k, s: (k - 1, k - 1),
    "same": lambda n, k, s: _halves(max((int(np.ceil(n / s)) - 1) * s + k - n, 0)),
    "same_scipy": lambda n, k, s: (k // 2, (k - 1) // 2),
}


def _halves(total):
    return total // 2, total - total // 2


def pad_amounts(n, k, stride, mode):
    try:
        rule = RULES[mode]
    except KeyError:
        raise ValueError(f"mode {mode!r} is not among {sorted(RULES)}") from None
    return rule(n, k, stride)


def correlate(x, w, mode, stride=1):
    n, k = np.size(x), np.size(w)
    left, right = pad_amounts(n, k, stride, mode)
    padded = np.zeros(left + n + right)
    padded[left : left + n] = x
    return correlate_valid(padded, w, stride)


def participation(n, k, mode):
    left, right = pad_amounts(n, k, 1, mode)
    counts = np.zeros(left + n + right, dtype=np.int64)
    np.add.at(counts, _index_table(counts.size, k), 1)
    return counts[left:][:n]
