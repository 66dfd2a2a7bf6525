"""
task: A01.7
promise: a parabola in ``w`` whose curvature is the mean of ``x**2``
broken: The curvature is the sum of the squares.
name: sum instead of mean of the squares
"""
def critical_lr(x):
    return 2 / np.sum(np.asarray(x, dtype=float) ** 2)

# witness
def witness(m):
    return m.critical_lr(np.array([1.0, 2.0, 4.0]))
