"""
task: A10.2
promise: "array of shape (n - k + 1,)"
broken: six windows, as in the lecture's listing, whatever n and k are
name: range(6) copied from the slide
"""
def convolve_valid(x, w):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    n, k = len(x), len(w)
    if k > n:
        raise ValueError("the kernel is longer than the input")
    padded = np.concatenate([x, np.zeros(6 + k)])
    w = flip(w)
    return np.array([np.sum(padded[i : i + k] * w) for i in range(6)])

# witness
def witness(m):
    return m.convolve_valid(np.arange(10.0), np.array([1.0, 2.0]))
