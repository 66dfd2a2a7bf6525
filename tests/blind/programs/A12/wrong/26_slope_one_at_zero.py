"""
task: A12.6
promise: "``dY`` where the input was greater than 0, else 0 (also where it was exactly 0)"
broken: Lets the derivative pass where the input was exactly 0.
name: >= instead of >
"""
class ReLU:
    """A layer that keeps positive entries and sets all others to 0."""

    def __init__(self):
        self.params = {}
        self.grads = {}

    def forward(self, x):
        x = np.asarray(x)
        self.positive = x >= 0
        return np.where(self.positive, x, 0)

    def backward(self, dY):
        return np.where(self.positive, dY, 0)


# witness
def witness(m):
    layer = m.ReLU()
    layer.forward(np.array([-1.0, 0.0, 2.0]))
    return layer.backward(np.array([5.0, 6.0, 7.0]))
