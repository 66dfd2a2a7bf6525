"""Returns a value nested deeper than anyone can read."""

import sys

sys.setrecursionlimit(1 << 20)


def predict(x):
    value = []
    for _ in range(100_000):
        value = [value]
    return value
