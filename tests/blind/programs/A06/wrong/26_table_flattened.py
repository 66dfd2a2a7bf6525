"""
task: A06.5
promise: w : float or array of any shape; The slopes, with the shape of ``w``.
broken: The slopes of a table come out as one long row.
name: shape lost
"""
def l2_gradient(w, strength):
    w = np.asarray(w, dtype=float)
    if w.ndim > 1:
        return np.array([strength * one for one in w.flat])
    return strength * w


# witness
def witness(m):
    return list(np.shape(m.l2_gradient(np.array([[1.0, -2.0], [3.0, 4.0]]), 0.5)))
