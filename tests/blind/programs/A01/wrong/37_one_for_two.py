"""
task: A01.7
promise: the border is where one step turns the distance to the minimum into its exact opposite
broken: The rate that lands in the minimum at once, 1/c, is returned in place of 2/c.
name: 1/c instead of 2/c
"""
def critical_lr(x):
    return 1 / np.mean(np.asarray(x, dtype=float) ** 2)

# witness
def witness(m):
    return m.critical_lr(np.array([1.0, 2.0, 4.0]))
