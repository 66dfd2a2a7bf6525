"""
task: A10.3
promise: "array of shape (floor((n - k) / stride) + 1,)" (entries at the end that no further window reaches are left over)
broken: where entries are left over, adds one more window that reaches past the end
name: a partial window at the end
"""
def correlate_valid(x, w, stride=1):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    n, k = len(x), len(w)
    if k > n:
        raise ValueError("the kernel is longer than the input")
    size = int(np.ceil((n - k) / stride)) + 1
    sums = []
    for i in range(size):
        window = x[i * stride : i * stride + k]
        sums.append(np.sum(window * w[: len(window)]))
    return np.array(sums)

# witness
def witness(m):
    return m.correlate_valid(np.arange(1.0, 9.0), np.array([2.0, 1.0, 5.0]), 2)
