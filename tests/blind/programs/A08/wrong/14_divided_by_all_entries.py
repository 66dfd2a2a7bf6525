"""
task: A08.3
promise: divided by the number of samples m
broken: It divides by the number of entries, m times out, which is right for one output unit only.
name: divided by m*out
"""
def output_delta(A2, Y):
    if A2.shape != Y.shape:
        raise ValueError("shapes differ")
    return (A2 - Y) / Y.size

# witness
def witness(m):
    return m.output_delta(np.array([[0.9, 0.1], [0.2, 0.6], [0.5, 0.5]]), np.array([[1., 0.], [0., 1.], [1., 1.]]))
