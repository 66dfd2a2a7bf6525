"""
task: A12.6
promise: "``dY`` where the input was greater than 0, else 0"
broken: Keeps the positive entries of dY instead of those where the input was positive.
name: mask taken from dY
"""
class ReLU:
    """A layer that keeps positive entries and sets all others to 0."""

    def __init__(self):
        self.params = {}
        self.grads = {}

    def forward(self, x):
        x = np.asarray(x)
        self.positive = x > 0
        return np.where(self.positive, x, 0)

    def backward(self, dY):
        return np.where(np.asarray(dY) > 0, dY, 0)


# witness
def witness(m):
    layer = m.ReLU()
    layer.forward(np.array([-1.0, 3.0, 2.0]))
    return layer.backward(np.array([5.0, -6.0, 7.0]))
