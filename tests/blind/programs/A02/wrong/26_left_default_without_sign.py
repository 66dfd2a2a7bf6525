"""
task: A02.5
promise: def line_segment(w, b, x_left=-0.1, x_right=0.15)
broken: The left end is at +0.1 by default.
name: wrong default of x_left
"""
def line_segment(w, b, x_left=0.1, x_right=0.15):
    ends = np.zeros((2, 2))
    ends[0] = x_left, predict(x_left, w, b)
    ends[1] = x_right, predict(x_right, w, b)
    return ends

# witness
def witness(m):
    return np.asarray(m.line_segment(2.0, 1.0))
