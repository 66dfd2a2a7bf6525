"""
task: A10.2
promise: "The kernel is flipped, then slid over the input one step at a time"
broken: flips the input as well as the kernel, so the sums come out in the wrong order
name: flips the input, too
"""
def convolve_valid(x, w):
    x, w = np.asarray(x, dtype=float)[::-1], np.asarray(w, dtype=float)
    n, k = len(x), len(w)
    if k > n:
        raise ValueError("the kernel is longer than the input")
    w = flip(w)
    return np.array([np.sum(x[i : i + k] * w) for i in range(n - k + 1)])

# witness
def witness(m):
    return m.convolve_valid(np.array([1.0, 2.0, 4.0, 7.0]), np.array([1.0, 3.0]))
