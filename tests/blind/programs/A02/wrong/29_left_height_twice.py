"""
task: A02.5
promise: ``(x, w * x + b)`` at ``x_left``, then at ``x_right``
broken: The height of the left end is used for both.
name: height of the right end computed at x_left
"""
def line_segment(w, b, x_left=-0.1, x_right=0.15):
    return np.array([[x_left, w * x_left + b], [x_right, w * x_left + b]], dtype=float)

# witness
def witness(m):
    return np.asarray(m.line_segment(2.0, 1.0, -1.0, 3.0))
