"""
task: A10.2
promise: "Not allowed here are functions that slide and sum by themselves, whichever package they come from: convolve, ..."
broken: calls NumPy's convolve
name: uses the forbidden ready-made function
"""
def convolve_valid(x, w):
    if len(w) > len(x):
        raise ValueError("the kernel is longer than the input")
    return np.convolve(x, w, "valid")

# witness
def witness(m):
    kept = np.convolve
    called = []
    np.convolve = lambda *a, **k: called.append(1) or kept(*a, **k)
    try:
        m.convolve_valid(np.array([1.0, 2.0, 4.0]), np.array([1.0, 3.0]))
    finally:
        np.convolve = kept
    return len(called)
