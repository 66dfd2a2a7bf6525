"""
task: A10.3
promise: "Entry i is sum_j x[i * stride + j] * w[j]"
broken: takes every stride-th entry of the input first, so the entries of a window are no neighbours
name: stride applied inside the window
"""
def correlate_valid(x, w, stride=1):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    n, k = len(x), len(w)
    if k > n:
        raise ValueError("the kernel is longer than the input")
    size = (n - k) // stride + 1
    spread = np.zeros(size)
    for i in range(size):
        for j in range(k):
            place = (i + j) * stride
            if place < n:
                spread[i] += x[place] * w[j]
    return spread

# witness
def witness(m):
    return m.correlate_valid(np.array([1.0, 2.0, 4.0, 7.0, 11.0]), np.array([1.0, 3.0]), 2)
