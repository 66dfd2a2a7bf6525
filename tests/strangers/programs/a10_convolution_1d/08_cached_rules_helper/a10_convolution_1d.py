import functools
import sys
import time

import matplotlib.pyplot as plt
import numpy as np

from padding_rules import RULES


def turn_round(w):
    """Swap the ends, then turn round what is between them; halves keep the recursion flat."""
    if len(w) < 2:
        return np.array(w)
    middle = len(w) // 2
    return np.concatenate([turn_round(w[middle:]), turn_round(w[:middle])])


flip = turn_round


def _slide(x, w, stride):
    if len(w) > len(x):
        raise ValueError(f"kernel ({len(w)}) longer than input ({len(x)})")
    ends = len(x) - len(w) + 1
    # one term of the sum at a time, for all windows together
    terms = (weight * x[j : j + ends : stride] for j, weight in enumerate(w))
    return functools.reduce(np.add, terms)


def correlate_valid(x, w, stride=1):
    return _slide(np.asarray(x, dtype=np.float64), np.asarray(w, dtype=np.float64), stride)


def convolve_valid(x, w):
    return correlate_valid(x, flip(np.asarray(w)))


def pad_amounts(n, k, stride, mode):
    for name, zeros in RULES.items():
        if name == mode:
            return zeros(n, k, stride)
    raise ValueError(f"{mode!r} is not among {sorted(RULES)}")


def correlate(x, w, mode, stride=1):
    n, (left, right) = len(x), pad_amounts(len(x), len(w), stride, mode)
    if stride > 1 or mode == "valid":
        return correlate_valid(np.pad(np.asarray(x), (left, right)), w, stride)
    # With stride 1 every mode is a cut out of "full"; that needs one padding only.
    everything = correlate_valid(np.pad(np.asarray(x, dtype=float), len(w) - 1), w)
    first = len(w) - 1 - left
    return everything[first : first + n + left + right - len(w) + 1]


def participation(n, k, mode):
    left, right = pad_amounts(n, k, 1, mode)
    # +1 where a window begins, -1 behind its end; the running sum says how many are open
    windows = left + n + right - k + 1
    changes = np.zeros(left + n + right + 1, dtype=np.int64)
    changes[:windows] += 1
    changes[k : k + windows] -= 1
    return np.cumsum(changes)[left : left + n]


# What does the length of the kernel cost?
_signal = np.random.default_rng(1).normal(size=20_000)
_seconds = []
for _k in (3, 30, 300):
    _start = time.perf_counter()
    correlate(_signal, np.ones(_k) / _k, "same")
    _seconds.append(time.perf_counter() - _start)
print("seconds for kernels of 3, 30, 300:", *(f"{s:.4f}" for s in _seconds))
plt.loglog([3, 30, 300], _seconds, "o-")
plt.xlabel("k")

if __name__ == "__main__":
    import figures

    figures.participation_counts(sys.modules[__name__])
    figures.smooth_and_edge(sys.modules[__name__])
