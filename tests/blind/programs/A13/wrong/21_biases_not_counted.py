"""
task: A13.5
promise: how many numbers its ``params`` hold
broken: only weights and kernels are counted, no biases
name: biases left out of the count
"""
def summary(model, input_shape):
    table, shape = [], tuple(input_shape)
    for layer in model.layers:
        shape = tuple(int(n) for n in layer.output_shape(shape))
        count = sum(int(np.size(p)) for name, p in layer.params.items() if name != "b")
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
