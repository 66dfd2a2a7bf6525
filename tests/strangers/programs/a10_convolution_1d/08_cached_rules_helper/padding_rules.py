"""One small function for each kind of padding, found by its name."""

import functools

RULES = {}


def rule(function):
    RULES[function.__name__] = functools.lru_cache(maxsize=None)(function)
    return function


@rule
def valid(n, k, stride):
    return 0, 0


@rule
def full(n, k, stride):
    return k - 1, k - 1


@rule
def same(n, k, stride):
    out = 1 + (n - 1) // stride
    total = max((out - 1) * stride + k - n, 0)
    return total // 2, (total + 1) // 2


@rule
def same_scipy(n, k, stride):
    kept_in_front = (k - 1) // 2
    return k - 1 - kept_in_front, kept_in_front
