"""
task: A13.2
promise: The methods use what stands here when they are called.
broken: backward multiplies by the weights that the layer was built with, not by the current ones
name: stale weights in backward
"""
class Dense:
    def __init__(self, W, b):
        self.params = {"W": np.array(W, dtype=float), "b": np.array(b, dtype=float)}
        self.grads = {}
        self.W = self.params["W"]

    def forward(self, x):
        self.x = np.array(x, dtype=float)
        return self.x @ self.params["W"] + self.params["b"]

    def backward(self, dY):
        dY = np.asarray(dY, dtype=float)
        self.grads = {"W": self.x.T @ dY, "b": dY.sum(axis=0, keepdims=True)}
        return dY @ self.W.T

    def output_shape(self, shape):
        """Return the number of units, as a tuple of one; given."""
        return (self.params["W"].shape[1],)

# witness
def witness(m):
    layer = m.Dense([[1.0, 2.0], [3.0, -1.0]], [[0.5, 0.0]])
    layer.params["W"] = np.array([[5.0, 0.0], [1.0, 1.0]])
    layer.forward(np.array([[1.0, 2.0]]))
    return layer.backward(np.array([[1.0, 2.0]]))
