"""
task: A13.2
promise: with the shapes of the parameters
broken: the slope of b has shape (k,) and not (1, k)
name: keepdims forgotten
"""
class Dense:
    def __init__(self, W, b):
        self.params = {"W": np.array(W, dtype=float), "b": np.array(b, dtype=float)}
        self.grads = {}

    def forward(self, x):
        self.x = np.array(x, dtype=float)
        return self.x @ self.params["W"] + self.params["b"]

    def backward(self, dY):
        dY = np.asarray(dY, dtype=float)
        self.grads = {"W": self.x.T @ dY, "b": dY.sum(axis=0)}
        return dY @ np.asarray(self.params["W"], dtype=float).T

    def output_shape(self, shape):
        """Return the number of units, as a tuple of one; given."""
        return (self.params["W"].shape[1],)

# witness
def witness(m):
    layer = m.Dense(np.ones((2, 3)), np.zeros((1, 3)))
    layer.forward(np.array([[1.0, 2.0], [3.0, 4.0]]))
    layer.backward(np.ones((2, 3)))
    return np.shape(layer.grads["W"]), np.shape(layer.grads["b"])
