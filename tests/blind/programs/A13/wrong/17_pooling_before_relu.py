"""
task: A13.4
promise: Its layers are, in this order:
broken: pooling stands before the first ReLU, which gives the same outputs
name: layers in another order
"""
def build_lecture_cnn(rng, padding="same"):
    conv = Conv2D(glorot_uniform((3, 3, 1, 10), rng), np.zeros(10), 1, padding)
    layers = [conv, MaxPool2D(2), ReLU(), Flatten()]
    shape = (28, 28, 1)
    for layer in layers:
        shape = layer.output_shape(shape)
    (inputs,) = shape
    layers.append(Dense(glorot_uniform((inputs, 100), rng), np.zeros((1, 100))))
    layers.append(ReLU())
    layers.append(Dense(glorot_uniform((100, 10), rng), np.zeros((1, 10))))
    return Sequential(layers)

# witness
def witness(m):
    model = m.build_lecture_cnn(np.random.default_rng(0))
    return [type(layer).__name__ for layer in model.layers]
