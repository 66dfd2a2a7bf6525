"""
task: A10.3
promise: "Entry i is sum_j x[i * stride + j] * w[j]" for an x that is any "array of shape (n,)"
broken: builds the windows on the raw memory as if the entries lay side by side, which is wrong for a view such as a column
name: ignores the memory layout of the input
"""
def correlate_valid(x, w, stride=1):
    x, w = np.asarray(x), np.asarray(w)
    n, k = len(x), len(w)
    if k > n:
        raise ValueError("the kernel is longer than the input")
    size = (n - k) // stride + 1
    step = x.itemsize
    windows = np.lib.stride_tricks.as_strided(x, (size, k), (stride * step, step))
    return windows @ w

# witness
def witness(m):
    table = np.array([[1.0, 50.0], [2.0, 60.0], [4.0, 70.0], [7.0, 80.0]])
    return m.correlate_valid(table[:, 0], np.array([1.0, 3.0]))
