"""
task: A10.4
promise: "Lengths of the input and of the kernel, each at least 1. The kernel may be the longer one."
broken: counts a kernel that is longer than the input as if it had n entries
name: kernel length cut down to the input
"""
def pad_amounts(n, k, stride, mode):
    k = min(k, n)
    if mode == "valid":
        return 0, 0
    if mode == "full":
        return k - 1, k - 1
    if mode == "same":
        out = -(-n // stride)
        total = max((out - 1) * stride + k - n, 0)
        return total // 2, total - total // 2
    if mode == "same_scipy":
        return k // 2, (k - 1) // 2
    raise ValueError(f"unknown mode {mode!r}")

# witness
def witness(m):
    return [tuple(m.pad_amounts(3, 6, 1, mode)) for mode in ("full", "same", "same_scipy")]
