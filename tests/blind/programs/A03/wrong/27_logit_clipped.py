"""
task: A03.5
promise: Logits, any finite numbers, however large ... nothing is clipped
broken: z is clipped to [-500, 500]
name: logits clipped
"""
def bce_with_logits(z, y):
    z = np.asarray(z, dtype=float)
    y = np.asarray(y, dtype=float)
    _refuse_unlike(z, y)
    z = np.clip(z, -500, 500)
    return np.logaddexp(0, z) - z * y

# witness
def witness(m):
    return np.asarray(m.bce_with_logits(np.array([-620.0, 1e5]), np.array([1, 0])))
