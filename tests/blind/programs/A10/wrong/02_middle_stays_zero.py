"""
task: A10.1
promise: "Entry j is w[k - 1 - j]."
broken: exchanges the two halves only, so for odd k the middle entry is 0
name: middle entry of an odd kernel forgotten
"""
def flip(w):
    w = np.asarray(w)
    k = len(w)
    new = np.zeros_like(w)
    for j in range(k // 2):
        new[j] = w[k - 1 - j]
        new[k - 1 - j] = w[j]
    return new

# witness
def witness(m):
    return m.flip(np.array([1.0, 2.0, 4.0]))
