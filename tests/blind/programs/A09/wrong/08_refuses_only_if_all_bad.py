"""
task: A09.2
promise: "ValueError: If any entry is 0 or less, or 1 or more."
broken: raises only when all the entries are out of range, so one bad entry among good ones slips through
name: np.all where np.any belongs
"""
def inverse_sigmoid(a):
    a = np.asarray(a, dtype=float)
    if np.all((a <= 0) | (a >= 1)):
        raise ValueError("probabilities must lie strictly between 0 and 1")
    return -np.log(1 / a - 1)

# witness
def witness(m):
    try:
        m.inverse_sigmoid(np.array([0.3, 1.0, 0.4]))
    except ValueError:
        return "ValueError"
    return "accepted"
