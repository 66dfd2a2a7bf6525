"""
task: A10.2
promise: "array of shape (n - k + 1,)"
broken: stops one window too early
name: n - k windows instead of n - k + 1
"""
def convolve_valid(x, w):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    n, k = len(x), len(w)
    if k > n:
        raise ValueError("the kernel is longer than the input")
    w = flip(w)
    return np.array([np.sum(x[i : i + k] * w) for i in range(n - k)])

# witness
def witness(m):
    return m.convolve_valid(np.array([1.0, 2.0, 4.0, 7.0]), np.array([1.0, 3.0]))
