"""A10 with iterators: the window slides along, as in the text."""

import itertools
import sys
from collections import Counter, deque, namedtuple
from fractions import Fraction
from math import ceil
from operator import mul

import numpy as np

Zeros = namedtuple("Zeros", "left right")


def flip(w):
    return np.array(list(reversed(w)), dtype=np.asarray(w).dtype)


def sliding(values, width):
    """Yield every window, as a deque that drops its oldest entry for each new one."""
    values = iter(values)
    window = deque(itertools.islice(values, width - 1), maxlen=width)
    for value in values:
        window.append(value)
        yield window


def dot(window, kernel):
    return sum(map(mul, window, kernel))


def correlate_valid(x, w, stride=1):
    x, w = (np.asarray(given).tolist() for given in (x, w))
    if len(w) > len(x):
        raise ValueError("no window: the kernel is longer than the input")
    wanted = itertools.islice(sliding(x, len(w)), 0, None, stride)
    return np.array([dot(window, w) for window in wanted])


def convolve_valid(x, w):
    return correlate_valid(x, flip(w))


def pad_amounts(n, k, stride, mode):
    def same():
        out = ceil(Fraction(int(n), int(stride)))
        total = max((out - 1) * stride + k - n, 0)
        return Zeros(total // 2, total - total // 2)

    rules = {
        "valid": lambda: Zeros(0, 0),
        "full": lambda: Zeros(k - 1, k - 1),
        "same": same,
        "same_scipy": lambda: Zeros(k // 2, (k - 1) // 2),
    }
    try:
        rule = rules[mode]
    except (KeyError, TypeError):
        raise ValueError(f"mode has to be one of {list(rules)}") from None
    return rule()


def correlate(x, w, mode, stride=1):
    zeros = pad_amounts(len(x), len(w), stride, mode)
    padded = itertools.chain(itertools.repeat(0, zeros.left), x, itertools.repeat(0, zeros.right))
    # np.fromiter would need a dtype; np.convolve would do it all, but we mustn't
    return correlate_valid(np.array(list(padded)), w, stride)


def participation(n, k, mode):
    zeros = pad_amounts(n, k, 1, mode)
    names = [*[None] * zeros.left, *range(n), *[None] * zeros.right]
    counter = Counter(itertools.chain.from_iterable(sliding(names, k)))
    return np.array([counter[name] for name in range(n)])


# my own experiment: the table of section 5, made by my functions
X, W = (2, 8, 3, 7, 1, 2, 0, 4, 5), (2, 1, 5, 3)
for MODE, STRIDE in itertools.product(["full", "same_scipy", "same", "valid"], [1, 2, 3]):
    print(f"{MODE:>10} {STRIDE}:", *correlate(X, W, MODE, STRIDE))

if __name__ == "__main__":
    import figures

    figures.participation_counts(sys.modules[__name__])
    figures.smooth_and_edge(sys.modules[__name__])
