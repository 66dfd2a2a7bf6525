"""
task: A08.5
promise: dZ1 = dA1 * A1 * (1 - A1)
broken: The brackets around 1 - A1 are missing.
name: brackets forgotten
"""
def hidden_delta(dZ2, W2, A1):
    return (dZ2 @ W2.T) * A1 * 1 - A1

# witness
def witness(m):
    return m.hidden_delta(np.array([[-2.], [1.]]), np.array([[3.], [-1.]]), np.array([[0.5, 0.8], [0.1, 0.6]]))
