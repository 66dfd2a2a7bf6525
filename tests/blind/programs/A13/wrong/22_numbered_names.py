"""
task: A13.5
promise: the name of its class (``"Conv2D"``)
broken: a class that comes for the second time gets a number behind its name, as in ReLU_1
name: names made unique as Keras does
"""
def summary(model, input_shape):
    table, shape = [], tuple(input_shape)
    for layer in model.layers:
        shape = tuple(int(n) for n in layer.output_shape(shape))
        count = sum(int(np.size(p)) for p in layer.params.values())
        name = type(layer).__name__
        before = sum(type(other).__name__ == name for other in model.layers[: len(table)])
        table.append((f"{name}_{before}" if before else name, shape, count))
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
