"""
task: A13.4
promise: All weights are drawn from it by ``glorot_uniform``, each layer anew
broken: the kernels of the convolution are normal numbers with standard deviation 0.01
name: kernels not started by Glorot's rule
"""
def build_lecture_cnn(rng, padding="same"):
    conv = Conv2D(rng.normal(0, 0.01, (3, 3, 1, 10)), np.zeros(10), 1, padding)
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
    model = m.build_lecture_cnn(np.random.default_rng(0))
    reach = np.abs(model.layers[0].params["K"]).max()
    return int(0.15 < reach <= np.sqrt(6 / 99))
