"""
task: A13.2
promise: the derivatives with respect to the parameters, **summed** over the samples
broken: the slopes of W and b are divided by the number of rows
name: mean instead of sum
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
        self.grads = {"W": self.x.T @ dY / len(dY), "b": dY.mean(axis=0, keepdims=True)}
        return dY @ np.asarray(self.params["W"], dtype=float).T

    def output_shape(self, shape):
        """Return the number of units, as a tuple of one; given."""
        return (self.params["W"].shape[1],)

# witness
def witness(m):
    layer = m.Dense([[1.0, 2.0], [3.0, -1.0]], [[0.5, 0.0]])
    layer.forward(np.array([[1.0, 2.0], [3.0, 4.0], [0.0, -1.0]]))
    layer.backward(np.array([[1.0, 0.0], [2.0, -1.0], [0.5, 0.5]]))
    return layer.grads["W"], layer.grads["b"]
