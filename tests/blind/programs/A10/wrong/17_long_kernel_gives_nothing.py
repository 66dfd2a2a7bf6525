"""
task: A10.3
promise: "ValueError: If the kernel is longer than the input."
broken: gives an empty array for a kernel that is too long
name: no error for a kernel that is too long
"""
def correlate_valid(x, w, stride=1):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    n, k = len(x), len(w)
    return np.array([np.sum(x[i : i + k] * w) for i in range(0, n - k + 1, stride)])

# witness
def witness(m):
    try:
        return len(m.correlate_valid(np.array([1.0, 2.0]), np.array([1.0, 3.0, 4.0])))
    except ValueError:
        return "ValueError"
