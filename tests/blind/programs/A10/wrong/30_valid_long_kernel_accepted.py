"""
task: A10.5
promise: "ValueError: ... if it is "valid" and the kernel is longer than the input."
broken: slides by itself without a check and gives an empty array
name: no error for a kernel that is too long in valid
"""
def correlate(x, w, mode, stride=1):
    left, right = pad_amounts(len(x), len(w), stride, mode)
    w = np.asarray(w, dtype=float)
    padded = np.pad(np.asarray(x, dtype=float), (left, right))
    k = len(w)
    return np.array([np.dot(padded[i : i + k], w) for i in range(0, len(padded) - k + 1, stride)])

# witness
def witness(m):
    try:
        return len(m.correlate(np.array([1.0, 2.0]), np.array([1.0, 3.0, 4.0]), "valid"))
    except ValueError:
        return "ValueError"
