"""
task: A08.5
promise: the arguments are left as they were
broken: The slope is computed in place, in the caller's array of activations.
name: A1 changed in place
"""
def hidden_delta(dZ2, W2, A1):
    slope = np.asarray(A1, dtype=float)
    slope *= 1 - slope
    return (dZ2 @ W2.T) * slope

# witness
def witness(m):
    A1 = np.array([[0.5, 0.8], [0.1, 0.6]])
    m.hidden_delta(np.array([[-2.], [1.]]), np.array([[3.], [-1.]]), A1)
    return A1
