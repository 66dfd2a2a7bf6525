"""
task: A09.2
promise: "ValueError: If any entry is 0 or less, or 1 or more."
broken: exactly 0 and exactly 1 are not refused and give infinite values
name: < and > where <= and >= belong
"""
def inverse_sigmoid(a):
    a = np.asarray(a, dtype=float)
    if np.any(a < 0) or np.any(a > 1):
        raise ValueError("probabilities must lie between 0 and 1")
    return -np.log(1 / a - 1)

# witness
def witness(m):
    answers = []
    for a in (0.0, 1.0):
        try:
            m.inverse_sigmoid(np.array([0.5, a]))
            answers.append("accepted")
        except ValueError:
            answers.append("ValueError")
    return answers
