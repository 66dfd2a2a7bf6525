"""
task: A10.5
promise: "The zeros of pad_amounts(n, k, stride, mode) are put before and after the input"
broken: puts the left amount after the input and the right amount before it
name: left and right exchanged when padding
"""
def correlate(x, w, mode, stride=1):
    right, left = pad_amounts(len(x), len(w), stride, mode)
    return correlate_valid(np.pad(x, (left, right)), w, stride)

# witness
def witness(m):
    x, w = np.array([2.0, 8, 3, 7, 1]), np.array([1.0, 5.0])
    return m.correlate(x, w, "same"), m.correlate(x, w, "same_scipy")
