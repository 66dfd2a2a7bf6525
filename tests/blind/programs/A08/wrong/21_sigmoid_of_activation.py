"""
task: A08.5
promise: A1: The activations of the hidden layer, sigmoids of ``Z1``. / putting A1 through the sigmoid once more would be wrong
broken: A1 is put through the sigmoid again before the slope is taken.
name: sigmoid applied twice
"""
def hidden_delta(dZ2, W2, A1):
    s = sigmoid(A1)
    return (dZ2 @ W2.T) * s * (1 - s)

# witness
def witness(m):
    return m.hidden_delta(np.array([[-2.], [1.]]), np.array([[3.], [-1.]]), np.array([[0.5, 0.8], [0.1, 0.6]]))
