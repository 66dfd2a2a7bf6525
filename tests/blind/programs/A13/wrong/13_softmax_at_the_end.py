"""
task: A13.3
promise: What the last layer returned.
broken: forward returns the softmax of what the last layer returned
name: softmax inside the network
"""
class Sequential:
    def __init__(self, layers):
        self.layers = list(layers)

    def forward(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return softmax(x)

    def backward(self, dY):
        for layer in reversed(self.layers):
            dY = layer.backward(dY)
        return dY

# witness
def witness(m):
    model = m.Sequential([m.Dense([[1.0, 2.0], [3.0, 4.0]], [[0.0, 1.0]])])
    return model.forward(np.array([[1.0, 2.0], [0.0, 1.0]]))
