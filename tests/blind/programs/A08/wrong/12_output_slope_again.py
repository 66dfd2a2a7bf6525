"""
task: A08.3
promise: For each entry output minus target, divided by the number of samples m. / the cross-entropy has cancelled it
broken: It multiplies by the derivative of the output's sigmoid once more.
name: extra factor A2(1-A2)
"""
def output_delta(A2, Y):
    if A2.shape != Y.shape:
        raise ValueError("shapes differ")
    return (A2 - Y) * A2 * (1 - A2) / len(Y)

# witness
def witness(m):
    return m.output_delta(np.array([[0.9], [0.2], [0.5]]), np.array([[1.], [0.], [1.]]))
