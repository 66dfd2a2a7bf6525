"""
task: A06.4
promise: Integers are fine; ``strength`` where a weight is positive, ``-strength`` where it is negative
broken: The slopes are stored in an array of the type of w, so that whole weights get a strength cut to whole numbers.
name: result in integer type
"""
def l1_gradient(w, strength):
    w = np.asarray(w)
    slopes = np.zeros_like(w)
    slopes[w > 0] = strength
    slopes[w < 0] = -strength
    return slopes


# witness
def witness(m):
    return m.l1_gradient(np.array([2, -3, 0]), 0.5)
