"""
task: A13.3
promise: so afterwards the ``grads`` of every layer hold its slopes
broken: backward stops before the first layer and returns that layer's dY
name: loop ends one layer too early
"""
class Sequential:
    def __init__(self, layers):
        self.layers = list(layers)

    def forward(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def backward(self, dY):
        for layer in self.layers[:0:-1]:
            dY = layer.backward(dY)
        return dY

# witness
def witness(m):
    model = m.Sequential([m.Dense([[1.0, 2.0], [3.0, 4.0]], [[0.0, 0.0]]), m.Dense([[0.0, 1.0], [5.0, -1.0]], [[0.0, 0.0]])])
    model.forward(np.array([[1.0, 2.0]]))
    dX = model.backward(np.array([[1.0, -2.0]]))
    return dX, len(model.layers[0].grads)
