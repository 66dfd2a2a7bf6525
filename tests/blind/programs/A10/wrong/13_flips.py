"""
task: A10.3
promise: "The kernel, with at least one entry. It isn't flipped."
broken: flips the kernel, which is the convolution
name: convolution instead of cross-correlation
"""
def correlate_valid(x, w, stride=1):
    x, w = np.asarray(x, dtype=float), flip(np.asarray(w, dtype=float))
    n, k = len(x), len(w)
    if k > n:
        raise ValueError("the kernel is longer than the input")
    return np.array([np.sum(x[i : i + k] * w) for i in range(0, n - k + 1, stride)])

# witness
def witness(m):
    return m.correlate_valid(np.array([1.0, 2.0, 4.0, 7.0]), np.array([1.0, 3.0]))
