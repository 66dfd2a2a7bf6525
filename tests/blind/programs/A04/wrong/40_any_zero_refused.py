"""
task: A04.6
promise: ValueError: If ``w[1]`` is 0 (and only then)
broken: a first weight of 0, a level boundary, is refused too
name: checks both weights for 0
"""
def decision_boundary(x1, w, b):
    x1 = np.asarray(x1, dtype=float)
    w = np.asarray(w, dtype=float)
    if not np.all(w):
        raise ValueError("the boundary is upright")
    return -(w[0] * x1 + b) / w[1]

# witness
def witness(m):
    try:
        return [float(v) for v in m.decision_boundary(np.array([1.0, 5.0]), np.array([0.0, 2.0]), -3.0)]
    except ValueError as e:
        return type(e).__name__
