"""
task: A08.3
promise: For each entry output minus target, divided by the number of samples m.
broken: The division by the number of samples is missing.
name: 1/m forgotten
"""
def output_delta(A2, Y):
    if A2.shape != Y.shape:
        raise ValueError("shapes differ")
    return A2 - Y

# witness
def witness(m):
    return m.output_delta(np.array([[0.9], [0.2], [0.5]]), np.array([[1.], [0.], [1.]]))
