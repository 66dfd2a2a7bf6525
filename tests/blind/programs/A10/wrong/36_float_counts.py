"""
task: A10.6
promise: "int array of shape (n,)"
broken: the counts are floats
name: float counts
"""
def participation(n, k, mode):
    left, right = pad_amounts(n, k, 1, mode)
    counts = np.zeros(left + n + right)
    for i in range(left + n + right - k + 1):
        counts[i : i + k] += 1
    return counts[left : left + n]

# witness
def witness(m):
    return "int" if m.participation(6, 3, "same").dtype.kind in "iu" else "other"
