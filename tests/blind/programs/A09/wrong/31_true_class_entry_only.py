"""
task: A09.7
promise: "The derivative with respect to Z of the mean over the m rows of the cross-entropy of softmax(Z)" (the other classes have errors too)
broken: keeps the error of the true class only and sets all others to 0
name: no error for the other classes
"""
def softmax_ce_gradient(Z, Y):
    check_targets(Z, Y)
    error = np.where(np.asarray(Y) > 0, softmax(Z) - Y, 0.0)
    return error / len(Z)

# witness
def witness(m):
    return m.softmax_ce_gradient(np.array([[1.0, 2.0, 0.0]]), np.array([[0.0, 1.0, 0.0]]))
