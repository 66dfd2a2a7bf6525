"""
task: A09.7
promise: "Z: Logits of any size (not probabilities), one row per sample."
broken: computes its own softmax without subtracting the maximum, which gives nan for large logits
name: overflow in a softmax of its own
"""
def softmax_ce_gradient(Z, Y):
    check_targets(Z, Y)
    E = np.exp(np.asarray(Z, dtype=float))
    A = E / E.sum(axis=1, keepdims=True)
    return (A - Y) / len(A)

# witness
def witness(m):
    return m.softmax_ce_gradient(np.array([[1000.0, 999.0, -1000.0]]), np.array([[0.0, 1.0, 0.0]]))
