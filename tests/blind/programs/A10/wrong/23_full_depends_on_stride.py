"""
task: A10.4
promise: "full: k - 1 at either end, whatever the stride."
broken: the stride is used in full, too, which then gets k - stride zeros
name: full depends on the stride
"""
def pad_amounts(n, k, stride, mode):
    if mode == "valid":
        return 0, 0
    if mode == "full":
        return max(k - stride, 0), max(k - stride, 0)
    if mode == "same":
        out = -(-n // stride)
        total = max((out - 1) * stride + k - n, 0)
        return total // 2, total - total // 2
    if mode == "same_scipy":
        return k // 2, (k - 1) // 2
    raise ValueError(f"unknown mode {mode!r}")

# witness
def witness(m):
    return tuple(m.pad_amounts(9, 4, 2, "full"))
