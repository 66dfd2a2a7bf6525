"""
task: A06.2
promise: w : array of any shape; Returns float: the square root of the sum of the squares of all entries.
broken: Of a table it returns the sum of the norms of its rows.
name: root taken row by row
"""
def l2_norm(w):
    w = np.asarray(w, dtype=float)
    return float(np.sum(np.sqrt(np.sum(w**2, axis=-1))))


# witness
def witness(m):
    return m.l2_norm(np.array([[3.0, 4.0], [5.0, -12.0]]))
