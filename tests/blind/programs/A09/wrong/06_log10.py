"""
task: A09.2
promise: "-log(1/a - 1) (natural logarithm), with the shape of a."
broken: takes the logarithm to base 10
name: log10 instead of the natural logarithm
"""
def inverse_sigmoid(a):
    a = np.asarray(a, dtype=float)
    if np.any(a <= 0) or np.any(a >= 1):
        raise ValueError("probabilities must lie strictly between 0 and 1")
    return -np.log10(1 / a - 1)

# witness
def witness(m):
    return m.inverse_sigmoid(np.array([0.9, 0.2]))
