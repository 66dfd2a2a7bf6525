"""
task: A09.7
promise: "Targets: rows that add up to 1, one-hot or shared."
broken: subtracts 1 at the largest target instead of the targets
name: treats shared targets as one-hot
"""
def softmax_ce_gradient(Z, Y):
    check_targets(Z, Y)
    G = softmax(Z)
    G[np.arange(len(G)), np.argmax(Y, axis=1)] -= 1
    return G / len(G)

# witness
def witness(m):
    return m.softmax_ce_gradient(np.array([[1.0, 2.0, 0.0]]), np.array([[0.7, 0.3, 0.0]]))
