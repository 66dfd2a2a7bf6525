"""
task: A10.2
promise: "The kernel is flipped, then slid over the input"
broken: the kernel isn't flipped, which is the cross-correlation
name: forgets the flip
"""
def convolve_valid(x, w):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    n, k = len(x), len(w)
    if k > n:
        raise ValueError("the kernel is longer than the input")
    return np.array([np.sum(x[i : i + k] * w) for i in range(n - k + 1)])

# witness
def witness(m):
    return m.convolve_valid(np.array([1.0, 2.0, 4.0, 7.0]), np.array([1.0, 0.0, 3.0]))
