"""
task: A02.5
promise: at ``x_left``, then at ``x_right``
broken: The two ends are sorted, so that a piece which begins on the right is turned round.
name: ends sorted by x
"""
def line_segment(w, b, x_left=-0.1, x_right=0.15):
    x = np.sort(np.array([x_left, x_right], dtype=float))
    return np.column_stack([x, predict(x, w, b)])

# witness
def witness(m):
    return np.asarray(m.line_segment(2.0, 1.0, 3.0, -1.0))
