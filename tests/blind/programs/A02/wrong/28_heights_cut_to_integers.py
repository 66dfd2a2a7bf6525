"""
task: A02.5
promise: Integers are fine.
broken: The table takes the dtype of the two ends; where they are integers the heights lose their fractions.
name: heights truncated for integer ends
"""
def line_segment(w, b, x_left=-0.1, x_right=0.15):
    ends = np.array([[x_left, 0], [x_right, 0]])
    ends[:, 1] = w * ends[:, 0] + b
    return ends

# witness
def witness(m):
    return np.asarray(m.line_segment(0.5, 0.25, 1, 3))
