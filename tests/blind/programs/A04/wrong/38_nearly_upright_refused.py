"""
task: A04.6
promise: ValueError: If ``w[1]`` is 0 / ``x2`` such that ``w[0]*x1 + w[1]*x2 + b = 0``
broken: a small weight that isn't 0 is refused as well
name: np.isclose instead of == 0
"""
def decision_boundary(x1, w, b):
    x1 = np.asarray(x1, dtype=float)
    w = np.asarray(w, dtype=float)
    if np.isclose(w[1], 0):
        raise ValueError("the boundary is upright")
    return -(w[0] * x1 + b) / w[1]

# witness
def witness(m):
    try:
        return [float(m.decision_boundary(2.0, np.array([1.0, 1e-9]), 0.5))]
    except ValueError as e:
        return type(e).__name__
