"""
task: A10.3
promise: "stride: The step from one window to the next, at least 1."
broken: never steps further than the kernel is long, so that no entry is skipped
name: large strides are cut down to k
"""
def correlate_valid(x, w, stride=1):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    n, k = len(x), len(w)
    if k > n:
        raise ValueError("the kernel is longer than the input")
    step = min(stride, k)
    return np.array([np.sum(x[i : i + k] * w) for i in range(0, n - k + 1, step)])

# witness
def witness(m):
    return m.correlate_valid(np.arange(1.0, 11.0), np.array([1.0, 3.0]), 4)
