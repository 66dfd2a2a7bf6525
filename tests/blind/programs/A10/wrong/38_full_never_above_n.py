"""
task: A10.6
promise: "Entry i is the number of windows in which x[i] lies." (k windows for everyone in full, also where k is above n)
broken: answers full with min(n, k), which is too few for a kernel longer than the input
name: counts in full capped at n
"""
def participation(n, k, mode):
    if mode == "full":
        return np.full(n, min(n, k))
    left, right = pad_amounts(n, k, 1, mode)
    counts = np.zeros(left + n + right, dtype=int)
    for i in range(left + n + right - k + 1):
        counts[i : i + k] += 1
    return counts[left : left + n]

# witness
def witness(m):
    return m.participation(3, 5, "full")
