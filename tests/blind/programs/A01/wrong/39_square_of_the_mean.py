"""
task: A01.7
promise: a parabola in ``w`` whose curvature is the mean of ``x**2``
broken: The square of the mean is taken for the mean of the squares.
name: squared after averaging
"""
def critical_lr(x):
    return 2 / np.mean(np.asarray(x, dtype=float)) ** 2

# witness
def witness(m):
    return m.critical_lr(np.array([1.0, 2.0, 4.0]))
