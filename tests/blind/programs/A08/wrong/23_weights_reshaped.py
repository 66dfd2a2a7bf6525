"""
task: A08.5
promise: dA1 = dZ2 W2^T, (m, out) times (out, k)
broken: W2 is reshaped to (out, k) in place of being transposed; with one output unit that is the same.
name: reshape instead of transpose of W2
"""
def hidden_delta(dZ2, W2, A1):
    k, out = W2.shape
    return (dZ2 @ W2.reshape(out, k)) * A1 * (1 - A1)

# witness
def witness(m):
    W2 = np.array([[3., 1.], [-1., 2.], [0.5, -4.]])
    return m.hidden_delta(np.array([[-2., 1.], [1., 3.]]), W2, np.array([[0.5, 0.8, 0.3], [0.1, 0.6, 0.9]]))
