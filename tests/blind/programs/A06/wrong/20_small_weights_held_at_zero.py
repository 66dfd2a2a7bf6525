"""
task: A06.4
promise: ``strength`` where a weight is positive, ``-strength`` where it is negative, 0 where it is 0
broken: Weights closer to 0 than 1e-6 get the slope 0, though they are positive or negative.
name: tolerance around zero
"""
def l1_gradient(w, strength):
    w = np.asarray(w, dtype=float)
    return strength * np.where(np.abs(w) < 1e-6, 0.0, np.sign(w))


# witness
def witness(m):
    return m.l1_gradient(np.array([1e-7, -1e-9, 2.0, 0.0]), 0.5)
