"""
task: A10.4
promise: "ValueError: If mode is none of the four." (the four are written in small letters)
broken: "SAME" or "Valid" are accepted, since the letters are made small first
name: accepts a mode in capital letters
"""
def pad_amounts(n, k, stride, mode):
    kind = str(mode).lower()
    if kind == "valid":
        return 0, 0
    if kind == "full":
        return k - 1, k - 1
    if kind == "same":
        out = -(-n // stride)
        total = max((out - 1) * stride + k - n, 0)
        return total // 2, total - total // 2
    if kind == "same_scipy":
        return k // 2, (k - 1) // 2
    raise ValueError(f"unknown mode {mode!r}")

# witness
def witness(m):
    answers = []
    for mode in ("SAME", "Valid", "same"):
        try:
            answers.append(tuple(m.pad_amounts(9, 4, 1, mode)))
        except ValueError:
            answers.append("ValueError")
    return answers
