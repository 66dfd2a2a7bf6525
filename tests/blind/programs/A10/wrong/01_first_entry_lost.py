"""
task: A10.1
promise: "array of shape (k,): Entry j is w[k - 1 - j]."
broken: the backward slice stops before entry 0, so one entry is missing
name: off by one in the backward slice
"""
def flip(w):
    w = np.asarray(w)
    return w[len(w) - 1 : 0 : -1].copy()

# witness
def witness(m):
    return m.flip(np.array([2, 1, 5]))
