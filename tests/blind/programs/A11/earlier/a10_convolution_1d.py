import numpy as np


def pad_amounts(n, k, stride, mode):
    if mode == "valid":
        return 0, 0
    if mode == "full":
        return k - 1, k - 1
    if mode == "same_scipy":
        return k // 2, (k - 1) // 2
    if mode == "same":
        out = -(-n // stride)
        total = max((out - 1) * stride + k - n, 0)
        return total // 2, total - total // 2
    raise ValueError(f"unknown mode {mode!r}")
