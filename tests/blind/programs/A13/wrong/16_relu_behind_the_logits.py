"""
task: A13.4
promise: ``Dense`` with 10 units, whose outputs are the logits
broken: a third ReLU stands behind the last dense layer
name: ReLU on the output layer
"""
def build_lecture_cnn(rng, padding="same"):
    conv = Conv2D(glorot_uniform((3, 3, 1, 10), rng), np.zeros(10), 1, padding)
    layers = [conv, ReLU(), MaxPool2D(2), Flatten()]
    shape = (28, 28, 1)
    for layer in layers:
        shape = layer.output_shape(shape)
    (inputs,) = shape
    layers.append(Dense(glorot_uniform((inputs, 100), rng), np.zeros((1, 100))))
    layers.append(ReLU())
    layers.append(Dense(glorot_uniform((100, 10), rng), np.zeros((1, 10))))
    layers.append(ReLU())
    return Sequential(layers)

# witness
def witness(m):
    model = m.build_lecture_cnn(np.random.default_rng(0))
    logits = model.forward(np.random.default_rng(1).normal(size=(5, 28, 28, 1)))
    return [len(model.layers), int(np.min(logits) < 0)]
