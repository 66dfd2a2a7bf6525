"""
task: A06.4
promise: 0 where it is 0
broken: A weight of 0 gets the slope of a positive one.
name: >= instead of >
"""
def l1_gradient(w, strength):
    w = np.asarray(w, dtype=float)
    return np.where(w >= 0, strength, -strength) * 1.0


# witness
def witness(m):
    return m.l1_gradient(np.array([0.5, -0.3, 0.0]), 0.01)
