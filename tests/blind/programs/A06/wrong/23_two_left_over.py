"""
task: A06.5
promise: The penalty is half of ``strength`` times the square of the L2 norm.
broken: The slope is that of the penalty without its half, 2 * strength * w.
name: factor 2 too much
"""
def l2_gradient(w, strength):
    return 2 * strength * np.asarray(w, dtype=float)


# witness
def witness(m):
    return m.l2_gradient(np.array([0.5, -0.3, 0.0]), 0.01)
