"""
task: A09.2
promise: "float or array: -log(1/a - 1), with the shape of a."
broken: an array of two dimensions comes back flat
name: loses the shape of a matrix
"""
def inverse_sigmoid(a):
    if np.ndim(a) == 0:
        if a <= 0 or a >= 1:
            raise ValueError("not between 0 and 1")
        return -np.log(1 / a - 1)
    result = []
    for value in np.ravel(a):
        if value <= 0 or value >= 1:
            raise ValueError("not between 0 and 1")
        result.append(-np.log(1 / value - 1))
    return np.array(result)

# witness
def witness(m):
    return np.shape(m.inverse_sigmoid(np.array([[0.5, 0.2, 0.1], [0.9, 0.8, 0.7]])))
