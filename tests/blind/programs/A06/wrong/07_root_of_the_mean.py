"""
task: A06.2
promise: The square root of the sum of the squares of all entries.
broken: It returns the root of the mean of the squares.
name: root mean square
"""
def l2_norm(w):
    w = np.asarray(w, dtype=float)
    return float(np.sqrt(np.mean(w**2)))


# witness
def witness(m):
    return m.l2_norm(np.array([3.0, -4.0]))
