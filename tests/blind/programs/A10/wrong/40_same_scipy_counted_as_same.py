"""
task: A10.6
promise: "The windows are those of correlate with stride 1."; mode "as in pad_amounts"
broken: takes same_scipy for the same as same, so the counts lean to the wrong side
name: the two kinds of same are not told apart
"""
def participation(n, k, mode):
    left, right = pad_amounts(n, k, 1, "same" if mode.startswith("same") else mode)
    counts = np.zeros(left + n + right, dtype=int)
    for i in range(left + n + right - k + 1):
        counts[i : i + k] += 1
    return counts[left : left + n]

# witness
def witness(m):
    return m.participation(7, 4, "same_scipy")
