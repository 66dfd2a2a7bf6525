"""
task: A13.2
promise: Integers are fine, and ``x`` is left as it was.
broken: the output is filled into an array of the input's type, so integer inputs lose all decimals
name: truncation for integer inputs
"""
class Dense:
    def __init__(self, W, b):
        self.params = {"W": np.array(W, dtype=float), "b": np.array(b, dtype=float)}
        self.grads = {}

    def forward(self, x):
        self.x = np.array(x)
        Y = np.zeros((len(self.x), self.params["W"].shape[1]), dtype=self.x.dtype)
        Y[:] = self.x @ self.params["W"] + self.params["b"]
        return Y

    def backward(self, dY):
        dY = np.asarray(dY, dtype=float)
        self.grads = {"W": self.x.T @ dY, "b": dY.sum(axis=0, keepdims=True)}
        return dY @ np.asarray(self.params["W"], dtype=float).T

    def output_shape(self, shape):
        """Return the number of units, as a tuple of one; given."""
        return (self.params["W"].shape[1],)

# witness
def witness(m):
    layer = m.Dense([[0.5, 2.0], [0.25, -1.5]], [[0.1, 0.2]])
    return layer.forward(np.array([[1, 2], [3, 4]]))
