"""
task: A04.6
promise: ValueError: If ``w[1]`` is 0: the boundary is upright then
broken: division by 0 gives inf or nan and no error
name: missing check for w[1] = 0
"""
def decision_boundary(x1, w, b):
    x1 = np.asarray(x1, dtype=float)
    w = np.asarray(w, dtype=float)
    with np.errstate(all="ignore"):
        return -(w[0] * x1 + b) / w[1]

# witness
def witness(m):
    try:
        m.decision_boundary(2.0, np.array([1.0, 0.0]), 0.5)
        return "no error"
    except ValueError as e:
        return type(e).__name__
