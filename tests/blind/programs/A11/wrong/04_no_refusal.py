"""
task: A11.1
promise: Raises ValueError "If the window is longer than the padded side."
broken: Returns 0 or a negative number for a window that is too long.
name: promised ValueError missing
"""
def output_size(n, f, stride=1, pad=0):
    return (n + 2 * pad - f) // stride + 1


# witness
def witness(m):
    answers = []
    for args in ((3, 4), (3, 9, 2), (2, 7, 1, 2)):
        try:
            answers.append(m.output_size(*args))
        except ValueError:
            answers.append("ValueError")
    return answers
