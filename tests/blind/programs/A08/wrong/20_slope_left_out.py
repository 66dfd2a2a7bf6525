"""
task: A08.5
promise: The gradient of the loss with respect to the linear output of the hidden layer / This time the factor A1(1-A1) stays
broken: The slope of the hidden sigmoid is left out.
name: factor A1(1-A1) missing
"""
def hidden_delta(dZ2, W2, A1):
    return dZ2 @ W2.T

# witness
def witness(m):
    return m.hidden_delta(np.array([[-2.], [1.]]), np.array([[3.], [-1.]]), np.array([[0.5, 0.8], [0.1, 0.6]]))
