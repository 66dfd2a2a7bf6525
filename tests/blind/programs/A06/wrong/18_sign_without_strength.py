"""
task: A06.4
promise: ``strength`` where a weight is positive, ``-strength`` where it is negative
broken: It returns the bare sign, 1, -1 or 0, whatever the strength.
name: forgot the strength
"""
def l1_gradient(w, strength):
    return np.sign(np.asarray(w, dtype=float))


# witness
def witness(m):
    return m.l1_gradient(np.array([0.5, -0.3, 0.0]), 0.01)
