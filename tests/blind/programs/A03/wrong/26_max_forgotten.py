"""
task: A03.5
promise: The cost of each entry (``max(z, 0) - z*y + log(1 + exp(-|z|))`` in the text)
broken: the term max(z, 0) is missing
name: forgot max(z, 0)
"""
def bce_with_logits(z, y):
    z = np.asarray(z, dtype=float)
    y = np.asarray(y, dtype=float)
    _refuse_unlike(z, y)
    return -z * y + np.log1p(np.exp(-np.abs(z)))

# witness
def witness(m):
    return np.asarray(m.bce_with_logits(np.array([-1.0, 0.5, 2.0]), np.array([1, 0, 1])))
