"""
task: A06.1
promise: w : array of any shape; The sum of the absolute values of all entries.
broken: Of a table it returns the largest column sum, which is what the matrix norm is.
name: matrix norm instead of the sum over all entries
"""
def l1_norm(w):
    w = np.abs(np.asarray(w, dtype=float))
    if w.ndim == 2:
        return float(np.max(np.sum(w, axis=0)))
    return float(np.sum(w))


# witness
def witness(m):
    return m.l1_norm(np.array([[1.0, -2.0], [3.0, 4.0]]))
