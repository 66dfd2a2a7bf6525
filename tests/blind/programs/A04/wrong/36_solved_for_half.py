"""
task: A04.6
promise: ``x2`` such that ``w[0]*x1 + w[1]*x2 + b = 0``
broken: the weighted sum is set to 0.5 instead of 0
name: z = 0.5 instead of z = 0
"""
def decision_boundary(x1, w, b):
    x1 = np.asarray(x1, dtype=float)
    w = np.asarray(w, dtype=float)
    if w[1] == 0:
        raise ValueError("the boundary is upright")
    return (0.5 - w[0] * x1 - b) / w[1]

# witness
def witness(m):
    return np.asarray(m.decision_boundary(np.array([0.0, 1.0, 4.0]), np.array([1.0, 2.0]), -3.0))
