"""
task: A02.5
promise: Rows are points: ``(x, w * x + b)`` at ``x_left``, then at ``x_right``.
broken: The first row holds both x and the second both heights.
name: table transposed
"""
def line_segment(w, b, x_left=-0.1, x_right=0.15):
    x = np.array([x_left, x_right], dtype=float)
    return np.array([x, predict(x, w, b)])

# witness
def witness(m):
    return np.asarray(m.line_segment(2.0, 1.0, -1.0, 3.0))
