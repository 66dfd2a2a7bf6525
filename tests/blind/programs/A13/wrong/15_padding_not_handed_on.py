"""
task: A13.4
promise: ``Conv2D`` with ten kernels of 3 by 3, stride 1 and the given padding
broken: the convolution pads with same whatever the argument says
name: padding argument ignored
"""
def build_lecture_cnn(rng, padding="same"):
    conv = Conv2D(glorot_uniform((3, 3, 1, 10), rng), np.zeros(10), 1, "same")
    layers = [conv, ReLU(), MaxPool2D(2), Flatten()]
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
    shapes = []
    for padding in ("same", "valid"):
        model = m.build_lecture_cnn(np.random.default_rng(0), padding)
        shapes.append(np.shape(model.layers[0].forward(np.zeros((1, 28, 28, 1)))))
        shapes.append(np.shape(model.layers[4].params["W"]))
    return shapes
