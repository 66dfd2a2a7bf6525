"""
task: A11.1
promise: Raises ValueError "If the window is longer than the padded side."
broken: Refuses a window that is exactly as long as the padded side.
name: >= instead of > in the check
"""
def output_size(n, f, stride=1, pad=0):
    room = n + 2 * pad - f
    if room <= 0:
        raise ValueError("the window is longer than the padded side")
    return room // stride + 1


# witness
def witness(m):
    answers = []
    for args in ((3, 3), (1, 1), (3, 5, 2, 1)):
        try:
            answers.append(m.output_size(*args))
        except ValueError:
            answers.append("ValueError")
    return answers
