"""
task: A09.7
promise: "The derivative with respect to Z of the mean over the m rows"; "the 1/m is part of it."
broken: divides by the number of classes instead of the number of rows
name: 1/c instead of 1/m
"""
def softmax_ce_gradient(Z, Y):
    check_targets(Z, Y)
    return (softmax(Z) - Y) / np.shape(Z)[1]

# witness
def witness(m):
    return m.softmax_ce_gradient(np.array([[1.0, 2.0, 0.0], [0.0, 0.5, 1.0]]), np.eye(3)[:2])
