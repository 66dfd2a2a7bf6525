"""
task: A12.6
promise: "Integers are fine, and ``x`` is left as it was."
broken: Sets the negative entries of the caller's array to 0.
name: input changed in place
"""
class ReLU:
    """A layer that keeps positive entries and sets all others to 0."""

    def __init__(self):
        self.params = {}
        self.grads = {}

    def forward(self, x):
        x = np.asarray(x)
        self.positive = x > 0
        x[~self.positive] = 0
        return x

    def backward(self, dY):
        return np.where(self.positive, dY, 0)


# witness
def witness(m):
    x = np.array([-1.0, 0.0, 2.0])
    m.ReLU().forward(x)
    return x
