"""
task: A06.2
promise: The square root of the sum of the squares of all entries.
broken: It returns the sum of the squares, without the root.
name: forgot the root
"""
def l2_norm(w):
    w = np.asarray(w, dtype=float)
    return float(np.sum(w**2))


# witness
def witness(m):
    return m.l2_norm(np.array([3.0, -4.0]))
