"""
task: A10.4
promise: "With out = ceil(n / stride)"
broken: rounds n / stride down, so there is too little padding unless the stride divides n
name: floor instead of ceil
"""
def pad_amounts(n, k, stride, mode):
    if mode == "valid":
        return 0, 0
    if mode == "full":
        return k - 1, k - 1
    if mode == "same":
        out = n // stride
        total = max((out - 1) * stride + k - n, 0)
        return total // 2, total - total // 2
    if mode == "same_scipy":
        return k // 2, (k - 1) // 2
    raise ValueError(f"unknown mode {mode!r}")

# witness
def witness(m):
    return tuple(m.pad_amounts(9, 4, 2, "same"))
