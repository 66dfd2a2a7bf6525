"""
task: A10.4
promise: "max((out - 1)*stride + k - n, 0) in all"; "A tuple of two numbers, none negative."
broken: the total isn't held at 0, so a stride above k gives negative amounts
name: forgets the max with 0
"""
def pad_amounts(n, k, stride, mode):
    if mode == "valid":
        return 0, 0
    if mode == "full":
        return k - 1, k - 1
    if mode == "same":
        out = -(-n // stride)
        total = (out - 1) * stride + k - n
        return total // 2, total - total // 2
    if mode == "same_scipy":
        return k // 2, (k - 1) // 2
    raise ValueError(f"unknown mode {mode!r}")

# witness
def witness(m):
    return tuple(m.pad_amounts(12, 1, 4, "same"))
