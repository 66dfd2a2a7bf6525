"""
task: A13.3
promise: Each layer's ``forward`` is called once, however many layers there are.
broken: forward calls itself for the layers that remain and fails with RecursionError where there are thousands
name: recursion limit reached in deep networks
"""
class Sequential:
    def __init__(self, layers):
        self.layers = list(layers)

    def forward(self, x):
        def rest(x, place):
            if place == len(self.layers):
                return x
            return rest(self.layers[place].forward(x), place + 1)

        return rest(x, 0)

    def backward(self, dY):
        for layer in reversed(self.layers):
            dY = layer.backward(dY)
        return dY

# witness
def witness(m):
    class Plus:
        params, grads = {}, {}

        def forward(self, x):
            return x + 1

        def backward(self, dY):
            return dY

    model = m.Sequential([Plus() for _ in range(5000)])
    try:
        return float(model.forward(np.zeros(1))[0])
    except RecursionError as error:
        return type(error).__name__
