"""
task: A10.4
promise: "same_scipy: k // 2 on the left and (k - 1) // 2 on the right, whatever the stride"
broken: takes Keras's total for same_scipy as well and only exchanges the sides
name: same_scipy depends on the stride
"""
def pad_amounts(n, k, stride, mode):
    if mode == "valid":
        return 0, 0
    if mode == "full":
        return k - 1, k - 1
    if mode in ("same", "same_scipy"):
        out = -(-n // stride)
        total = max((out - 1) * stride + k - n, 0)
        less, more = total // 2, total - total // 2
        return (less, more) if mode == "same" else (more, less)
    raise ValueError(f"unknown mode {mode!r}")

# witness
def witness(m):
    return tuple(m.pad_amounts(9, 4, 3, "same_scipy"))
