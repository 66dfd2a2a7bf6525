"""
task: A06.4
promise: w : float or array of any shape; the shape of ``w``
broken: For a single number it returns an array of shape (1,).
name: wrong shape for a number
"""
def l1_gradient(w, strength):
    w = np.atleast_1d(np.asarray(w, dtype=float))
    return strength * np.sign(w)


# witness
def witness(m):
    return list(np.shape(m.l1_gradient(-2.5, 0.5)))
