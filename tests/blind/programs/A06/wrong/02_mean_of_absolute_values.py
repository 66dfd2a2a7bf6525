"""
task: A06.1
promise: The sum of the absolute values of all entries.
broken: It returns the mean of the absolute values.
name: mean instead of sum
"""
def l1_norm(w):
    return float(np.mean(np.abs(np.asarray(w, dtype=float))))


# witness
def witness(m):
    return m.l1_norm(np.array([3.0, -4.0, 2.0]))
