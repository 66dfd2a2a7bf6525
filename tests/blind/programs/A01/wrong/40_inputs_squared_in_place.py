"""
task: A01.7
promise: the arguments are left as they were
broken: The caller's inputs are squared in place.
name: argument changed in place
"""
def critical_lr(x):
    x **= 2
    return 2 / np.mean(x)

# witness
def witness(m):
    x = np.array([1.0, 2.0, 4.0])
    m.critical_lr(x)
    return x
