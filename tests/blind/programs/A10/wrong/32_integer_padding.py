"""
task: A10.5
promise: "Return the cross-correlation of an input, padded with zeros, with a kernel." ("Integers are fine", not required)
broken: copies the input into an integer array, which cuts off the decimals
name: padded input is an integer array
"""
def correlate(x, w, mode, stride=1):
    n = len(x)
    left, right = pad_amounts(n, len(w), stride, mode)
    padded = np.zeros(left + n + right, dtype=int)
    padded[left : left + n] = x
    return correlate_valid(padded, w, stride)

# witness
def witness(m):
    return m.correlate(np.array([0.5, 1.5, -2.25]), np.array([1.0, 2.0]), "full")
