"""
task: A07.4
promise: Gradient with respect to the bias: ``dZ`` summed over the samples.
broken: db is the mean over the samples.
name: mean for the bias
"""
def linear_backward(X, W, dZ):
    return dZ @ W.T, X.T @ dZ, np.mean(dZ, axis=0, keepdims=True)

# witness
def witness(m):
    X, W, dZ = np.array([[1., 2., 3.], [4., 5., 6.]]), np.array([[1.], [2.], [-1.]]), np.array([[0.5], [-2.]])
    return m.linear_backward(X, W, dZ)[2]
