"""
task: A10.6
promise: "Entry i is the number of windows in which x[i] lies." (there are only n - k + 1 of them in valid)
broken: counts valid as min(i + 1, n - i, k), which is too many where the kernel is longer than half the input
name: forgets that there are only n - k + 1 windows
"""
def participation(n, k, mode):
    if mode == "valid":
        return np.array([min(i + 1, n - i, k) for i in range(n)])
    left, right = pad_amounts(n, k, 1, mode)
    counts = np.zeros(left + n + right, dtype=int)
    for i in range(left + n + right - k + 1):
        counts[i : i + k] += 1
    return counts[left : left + n]

# witness
def witness(m):
    return m.participation(5, 4, "valid")
