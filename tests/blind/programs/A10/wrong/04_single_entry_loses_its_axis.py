"""
task: A10.1
promise: "array of shape (k,)"
broken: a kernel with one entry comes back as a bare number
name: squeeze takes away the axis when k is 1
"""
def flip(w):
    column = np.asarray(w).reshape(-1, 1)
    return np.squeeze(column[::-1])

# witness
def witness(m):
    return np.shape(m.flip(np.array([3.0])))
