"""
task: A06.1
promise: The sum of the absolute values of all entries.
broken: The entries are added first, and the absolute value is taken of their sum.
name: abs outside the sum
"""
def l1_norm(w):
    return float(np.abs(np.sum(np.asarray(w, dtype=float))))


# witness
def witness(m):
    return m.l1_norm(np.array([3.0, -4.0]))
