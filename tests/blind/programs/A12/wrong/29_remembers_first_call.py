"""
task: A12.6
promise: "What ``backward`` needs is remembered, in place of what the call before left."
broken: Keeps what the first call of forward left and ignores later ones.
name: stale mask of the first forward
"""
class ReLU:
    """A layer that keeps positive entries and sets all others to 0."""

    def __init__(self):
        self.params = {}
        self.grads = {}

    def forward(self, x):
        x = np.asarray(x)
        if not hasattr(self, "positive"):
            self.positive = x > 0
        return np.maximum(x, 0)

    def backward(self, dY):
        return np.where(self.positive, dY, 0)


# witness
def witness(m):
    layer = m.ReLU()
    layer.forward(np.array([-1.0, 3.0]))
    layer.forward(np.array([1.0, -3.0]))
    return layer.backward(np.array([5.0, 6.0]))
