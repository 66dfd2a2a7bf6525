"""
task: A13.2
promise: The slopes in ``grads`` take the place of those that an earlier call has left.
broken: a second backward adds its slopes to those of the first
name: gradients never reset
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
        self.grads["W"] = self.grads.get("W", 0.0) + self.x.T @ dY
        self.grads["b"] = self.grads.get("b", 0.0) + dY.sum(axis=0, keepdims=True)
        return dY @ np.asarray(self.params["W"], dtype=float).T

    def output_shape(self, shape):
        """Return the number of units, as a tuple of one; given."""
        return (self.params["W"].shape[1],)

# witness
def witness(m):
    layer = m.Dense([[1.0, 2.0], [3.0, -1.0]], [[0.5, 0.0]])
    for scale in (1.0, 2.0):
        layer.forward(scale * np.array([[1.0, 2.0], [3.0, 4.0]]))
        layer.backward(np.array([[1.0, 0.0], [2.0, -1.0]]))
    return layer.grads["W"], layer.grads["b"]
