"""
task: A10.2
promise: "ValueError: If the kernel is longer than the input." (one as long as the input has one place)
broken: refuses a kernel that is as long as the input, too
name: >= where > belongs
"""
def convolve_valid(x, w):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    n, k = len(x), len(w)
    if k >= n:
        raise ValueError("the kernel is too long")
    w = flip(w)
    return np.array([np.sum(x[i : i + k] * w) for i in range(n - k + 1)])

# witness
def witness(m):
    try:
        return np.asarray(m.convolve_valid(np.array([1.0, 2.0, 4.0]), np.array([1.0, 0.0, 5.0]))).tolist()
    except ValueError:
        return "ValueError"
