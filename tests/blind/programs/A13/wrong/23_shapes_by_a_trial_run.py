"""
task: A13.5
promise: The network is left as it was.
broken: a forward pass with zeros is made to find the shapes, so the layers forget the batch that they had remembered
name: the trial run overwrites what the layers remember
"""
def summary(model, input_shape):
    table, x = [], np.zeros((1, *input_shape))
    for layer in model.layers:
        x = layer.forward(x)
        count = sum(int(np.size(p)) for p in layer.params.values())
        table.append((type(layer).__name__, x.shape[1:], count))
    return table

# witness
def witness(m):
    model = m.Sequential([m.Dense([[1.0, 2.0], [3.0, 4.0]], [[0.0, 0.0]])])
    model.forward(np.array([[1.0, 2.0]]))
    m.summary(model, (2,))
    model.backward(np.array([[1.0, -1.0]]))
    return model.layers[0].grads["W"]
