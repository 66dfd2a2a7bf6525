"""
task: A10.2
promise: "Integers are fine" and "Entry i is sum_j x[i + j] * w[k - 1 - j]"
broken: stores the sums with the type of x, so an integer input with a fractional kernel loses the decimals
name: result takes over the integer type of the input
"""
def convolve_valid(x, w):
    x, w = np.asarray(x), np.asarray(w)
    n, k = len(x), len(w)
    if k > n:
        raise ValueError("the kernel is longer than the input")
    y = np.zeros(n - k + 1, dtype=x.dtype)
    turned = flip(w)
    for i in range(n - k + 1):
        y[i] = np.sum(x[i : i + k] * turned)
    return y

# witness
def witness(m):
    return m.convolve_valid(np.array([1, 2, 4, 7]), np.array([0.5, 0.25]))
