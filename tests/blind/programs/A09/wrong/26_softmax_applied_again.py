"""
task: A09.6
promise: "a: Probabilities: what softmax returned."
broken: takes the probabilities for logits and sends them through softmax once more
name: softmax applied twice
"""
def softmax_jacobian(a):
    p = softmax(a)
    return np.diag(p) - np.outer(p, p)

# witness
def witness(m):
    return m.softmax_jacobian(np.array([0.2, 0.3, 0.5]))
