import sys

import numpy as np
from numpy.lib.stride_tricks import as_strided, sliding_window_view


def sealed(array):
    array.flags.writeable = False
    return array


def flip(w):
    """Return a read-only view of the kernel that runs backwards."""
    w = np.asarray(w)
    (step,) = w.strides
    return as_strided(w[-1:], shape=w.shape, strides=(-step,), writeable=False) if w.size else w[:0]


def _windows(x, k, stride):
    """Return the windows as the rows of a table that shares the memory of x."""
    count = (len(x) - k) // stride + 1
    (step,) = x.strides
    return as_strided(x, shape=(count, k), strides=(stride * step, step), writeable=False)


def convolve_valid(x, w):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    if w.size > x.size:
        raise ValueError(f"{w.size} weights for {x.size} entries")
    return sealed(np.einsum("ij,j->i", sliding_window_view(x, w.size), flip(w)))


def correlate_valid(x, w, stride=1):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    if w.size > x.size:
        raise ValueError(f"{w.size} weights for {x.size} entries")
    return sealed(np.einsum("ij,j->i", _windows(x, w.size, int(stride)), w))


def pad_amounts(n, k, stride, mode):
    out = np.ceil(n / stride)
    total = np.maximum((out - 1) * stride + k - n, 0).astype(int)
    table = np.array([[0, 0], [k - 1, k - 1], [total // 2, -(-total // 2)], [k // 2, (k - 1) // 2]])
    modes = np.array(["valid", "full", "same", "same_scipy"])
    if not isinstance(mode, str) or mode not in modes.tolist():
        raise ValueError(f"mode is {mode!r}, not one of {', '.join(modes)}")
    left, right = table[modes == mode][0]
    return left, right


def correlate(x, w, mode, stride=1):
    n, k = len(x), len(w)
    left, right = pad_amounts(n, k, stride, mode)
    padded = np.zeros(left + n + right)
    padded[left : left + n] = x
    return correlate_valid(padded, w, stride)


def participation(n, k, mode):
    left, right = pad_amounts(n, k, 1, mode)
    starts = np.arange(left + n + right - k + 1)
    # row i: the places in window i
    places = starts[:, None] + np.arange(k)
    return sealed(np.bincount(places.ravel(), minlength=left + n + right)[left : left + n])


if __name__ == "__main__":
    import figures

    figures.participation_counts(sys.modules[__name__])
    figures.smooth_and_edge(sys.modules[__name__])
