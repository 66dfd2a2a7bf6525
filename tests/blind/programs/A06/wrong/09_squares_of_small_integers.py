"""
task: A06.2
promise: Integers are fine, and the arguments are left as they were.
broken: The squares are computed in the integer type of w and wrap around.
name: integer overflow in the squares
"""
def l2_norm(w):
    w = np.asarray(w)
    return float(np.sqrt(np.sum(w * w, dtype=float)))


# witness
def witness(m):
    return m.l2_norm(np.array([300, 400], dtype=np.int16))
