"""
task: A10.6
promise: "The entries of the input are counted, the zeros of the padding aren't."
broken: cuts off right places in front instead of left ones, so the counts of the two kinds of same are shifted by one for an even kernel
name: left and right exchanged when the padding is cut off
"""
def participation(n, k, mode):
    left, right = pad_amounts(n, k, 1, mode)
    counts = np.zeros(left + n + right, dtype=int)
    for i in range(left + n + right - k + 1):
        counts[i : i + k] += 1
    return counts[right : right + n]

# witness
def witness(m):
    return m.participation(7, 4, "same"), m.participation(7, 4, "same_scipy")
