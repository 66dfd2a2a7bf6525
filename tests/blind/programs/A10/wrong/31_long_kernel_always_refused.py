"""
task: A10.5
promise: "ValueError: ... if it is "valid" and the kernel is longer than the input." (only then)
broken: refuses a kernel longer than the input in the padded modes, too
name: too strict a check of the kernel's length
"""
def correlate(x, w, mode, stride=1):
    if len(w) > len(x):
        raise ValueError("the kernel is longer than the input")
    left, right = pad_amounts(len(x), len(w), stride, mode)
    return correlate_valid(np.pad(x, (left, right)), w, stride)

# witness
def witness(m):
    try:
        return np.asarray(m.correlate(np.array([1.0, 2.0]), np.array([1.0, 3.0, 4.0]), "full")).tolist()
    except ValueError:
        return "ValueError"
