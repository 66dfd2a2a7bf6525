"""
task: A06.5
promise: Integers are fine, and the arguments are left as they were.
broken: The caller's own array is multiplied by the strength.
name: argument mutated
"""
def l2_gradient(w, strength):
    w = np.asarray(w, dtype=float)
    if w.ndim == 0:
        return strength * w
    w *= strength
    return w.copy()


# witness
def witness(m):
    w = np.array([0.5, -0.3, 1.0])
    m.l2_gradient(w, 0.5)
    return w
