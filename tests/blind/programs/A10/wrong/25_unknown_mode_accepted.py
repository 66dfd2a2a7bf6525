"""
task: A10.4
promise: "ValueError: If mode is none of the four."
broken: every other word counts as same_scipy
name: no error for an unknown mode
"""
def pad_amounts(n, k, stride, mode):
    if mode == "valid":
        return 0, 0
    elif mode == "full":
        return k - 1, k - 1
    elif mode == "same":
        out = -(-n // stride)
        total = max((out - 1) * stride + k - n, 0)
        return total // 2, total - total // 2
    else:
        return k // 2, (k - 1) // 2

# witness
def witness(m):
    try:
        return tuple(m.pad_amounts(9, 4, 1, "reflect"))
    except ValueError:
        return "ValueError"
