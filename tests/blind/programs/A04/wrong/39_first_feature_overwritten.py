"""
task: A04.6
promise: the arguments are left as they were
broken: the caller's values of the first feature are turned into the second feature
name: argument mutated in place
"""
def decision_boundary(x1, w, b):
    if w[1] == 0:
        raise ValueError("the boundary is upright")
    x2 = np.asarray(x1, dtype=float)
    if x2.ndim == 0:
        return -(w[0] * x2 + b) / w[1]
    x2 *= w[0]
    x2 += b
    x2 /= -w[1]
    return x2

# witness
def witness(m):
    x1 = np.array([0.0, 1.0, 4.0])
    m.decision_boundary(x1, np.array([1.0, 2.0]), -3.0)
    return x1
