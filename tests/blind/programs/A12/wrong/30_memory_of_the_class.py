"""
task: A12.6
promise: "Return the derivative with respect to the input of the last ``forward``."
broken: Keeps the mask in the class, so that the forward of another layer replaces it.
name: state shared by all instances
"""
class ReLU:
    """A layer that keeps positive entries and sets all others to 0."""

    def __init__(self):
        self.params = {}
        self.grads = {}

    def forward(self, x):
        x = np.asarray(x)
        ReLU.positive = x > 0
        return np.where(ReLU.positive, x, 0)

    def backward(self, dY):
        return np.where(ReLU.positive, dY, 0)


# witness
def witness(m):
    one, two = m.ReLU(), m.ReLU()
    one.forward(np.array([-1.0, 3.0]))
    two.forward(np.array([1.0, -3.0]))
    return one.backward(np.array([5.0, 6.0]))
