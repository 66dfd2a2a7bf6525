"""
task: A08.3
promise: output minus target
broken: It returns target minus output.
name: sign turned
"""
def output_delta(A2, Y):
    if A2.shape != Y.shape:
        raise ValueError("shapes differ")
    return (Y - A2) / len(Y)

# witness
def witness(m):
    return m.output_delta(np.array([[0.9], [0.2], [0.5]]), np.array([[1.], [0.], [1.]]))
