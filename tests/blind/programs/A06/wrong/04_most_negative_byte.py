"""
task: A06.1
promise: Integers are fine, and the arguments are left as they were.
broken: The absolute value is taken in the integer type of w, where that of -128 is -128 again.
name: no conversion to float
"""
def l1_norm(w):
    return float(np.sum(np.abs(np.asarray(w)), dtype=float))


# witness
def witness(m):
    return m.l1_norm(np.array([-128, 5], dtype=np.int8))
