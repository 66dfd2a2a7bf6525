"""
task: A10.4
promise: "same: half of them on the left, rounded down, and the rest on the right."
broken: rounds up on the left, so the odd zero stands in front
name: left and right of same exchanged
"""
def pad_amounts(n, k, stride, mode):
    if mode == "valid":
        return 0, 0
    if mode == "full":
        return k - 1, k - 1
    if mode == "same":
        out = -(-n // stride)
        total = max((out - 1) * stride + k - n, 0)
        return total - total // 2, total // 2
    if mode == "same_scipy":
        return k // 2, (k - 1) // 2
    raise ValueError(f"unknown mode {mode!r}")

# witness
def witness(m):
    return tuple(m.pad_amounts(7, 4, 1, "same"))
