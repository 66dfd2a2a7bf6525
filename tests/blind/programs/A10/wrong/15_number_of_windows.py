"""
task: A10.3
promise: "array of shape (floor((n - k) / stride) + 1,)"
broken: makes floor((n - k + 1) / stride) windows, one too few unless the stride divides n - k + 1
name: the + 1 stands inside the division
"""
def correlate_valid(x, w, stride=1):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    n, k = len(x), len(w)
    if k > n:
        raise ValueError("the kernel is longer than the input")
    size = (n - k + 1) // stride
    return np.array([np.sum(x[i * stride : i * stride + k] * w) for i in range(size)])

# witness
def witness(m):
    return m.correlate_valid(np.arange(1.0, 10.0), np.array([2.0, 1.0, 5.0]), 3)
