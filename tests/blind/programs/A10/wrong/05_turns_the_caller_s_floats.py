"""
task: A10.1
promise: "Integers are fine, and the arguments are left as they were."
broken: turns a float array round in place
name: changes its argument
"""
def flip(w):
    w = np.asarray(w, dtype=float)
    k = len(w)
    for j in range(k // 2):
        w[j], w[k - 1 - j] = w[k - 1 - j], w[j]
    return w

# witness
def witness(m):
    w = np.array([1.0, 2.0, 4.0, 8.0])
    m.flip(w)
    return w
