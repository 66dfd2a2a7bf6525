"""
task: A13.3
promise: Each layer's ``backward`` is called once, with what the layer behind it returned
broken: backward walks the list from its beginning
name: reversed forgotten
"""
class Sequential:
    def __init__(self, layers):
        self.layers = list(layers)

    def forward(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def backward(self, dY):
        for layer in self.layers:
            dY = layer.backward(dY)
        return dY

# witness
def witness(m):
    model = m.Sequential([m.Dense([[1.0, 2.0], [3.0, 4.0]], [[0.0, 0.0]]), m.Dense([[0.0, 1.0], [5.0, -1.0]], [[0.0, 0.0]])])
    model.forward(np.array([[1.0, 2.0]]))
    return model.backward(np.array([[1.0, -2.0]]))
