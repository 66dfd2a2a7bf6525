"""
task: A13.4
promise: generators in the same state give the same network, different ones different networks
broken: the first network for each padding is kept, and later calls return it again whatever their generator
name: a cached network is returned again
"""
_BUILT = {}

def build_lecture_cnn(rng, padding="same"):
    if padding in _BUILT:
        return _BUILT[padding]
    conv = Conv2D(glorot_uniform((3, 3, 1, 10), rng), np.zeros(10), 1, padding)
    layers = [conv, ReLU(), MaxPool2D(2), Flatten()]
    shape = (28, 28, 1)
    for layer in layers:
        shape = layer.output_shape(shape)
    (inputs,) = shape
    layers.append(Dense(glorot_uniform((inputs, 100), rng), np.zeros((1, 100))))
    layers.append(ReLU())
    layers.append(Dense(glorot_uniform((100, 10), rng), np.zeros((1, 10))))
    _BUILT[padding] = Sequential(layers)
    return _BUILT[padding]

# witness
def witness(m):
    a = m.build_lecture_cnn(np.random.default_rng(1))
    b = m.build_lecture_cnn(np.random.default_rng(2))
    return [int(a is b), int(np.array_equal(a.layers[6].params["W"], b.layers[6].params["W"]))]
