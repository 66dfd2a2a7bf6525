"""
task: A10.6
promise: "Not allowed here are functions that slide and sum by themselves, whichever package they come from: convolve, ..."
broken: counts with NumPy's convolve of ones with ones
name: uses the forbidden ready-made function
"""
def participation(n, k, mode):
    left, right = pad_amounts(n, k, 1, mode)
    windows = left + n + right - k + 1
    counts = np.convolve(np.ones(windows, dtype=int), np.ones(k, dtype=int))
    return counts[left : left + n]

# witness
def witness(m):
    kept = np.convolve
    called = []
    np.convolve = lambda *a, **k: called.append(1) or kept(*a, **k)
    try:
        m.participation(6, 3, "same")
    finally:
        np.convolve = kept
    return len(called)
