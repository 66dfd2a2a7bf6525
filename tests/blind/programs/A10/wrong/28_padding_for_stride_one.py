"""
task: A10.5
promise: "The zeros of pad_amounts(n, k, stride, mode) are put before and after the input"
broken: asks for the padding of stride 1, whatever the stride
name: stride not handed to pad_amounts
"""
def correlate(x, w, mode, stride=1):
    left, right = pad_amounts(len(x), len(w), 1, mode)
    return correlate_valid(np.pad(x, (left, right)), w, stride)

# witness
def witness(m):
    return m.correlate(np.array([2.0, 8, 3, 7, 1, 2, 0, 4, 5]), np.array([2.0, 1, 5, 3]), "same", 3)
