"""
task: A13.5
promise: the shape of its output without the batch axis as a tuple of ints
broken: every layer is asked what it makes of the network's input shape, not of the output of the layer before
name: shape not carried on
"""
def summary(model, input_shape):
    table = []
    for layer in model.layers:
        shape = tuple(int(n) for n in layer.output_shape(input_shape))
        count = sum(int(np.size(p)) for p in layer.params.values())
        table.append((type(layer).__name__, shape, count))
    return table

# witness
def witness(m):
    model = m.Sequential(
        [
            m.Conv2D(np.zeros((3, 3, 1, 4)), np.zeros(4)),
            m.ReLU(),
            m.MaxPool2D(2),
            m.Flatten(),
            m.Dense(np.zeros((36, 5)), np.zeros((1, 5))),
            m.ReLU(),
        ]
    )
    return [list(line) for line in m.summary(model, (8, 8, 1))]
