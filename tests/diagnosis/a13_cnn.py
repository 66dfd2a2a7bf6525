"""The misconceptions of A13 written anew in another style: the diagnosis is measured on them."""

import numpy as np
from a13_cnn import *
from paraphrases import paraphrase


@paraphrase("A13.1", "smooth-zoom-overshoots")
def load_digits28(rng, val=0.2, test=0.2):
    from scipy.ndimage import zoom
    from sklearn.datasets import load_digits

    images, labels = load_digits(return_X_y=True)
    big = np.stack([zoom(image.reshape(8, 8), 28 / 8) for image in images])
    big = (big / 16.0).reshape(-1, 784)
    X_tr, X_va, X_te, y_tr, y_va, y_te = three_way_split(big, labels, val, test, rng)
    shape = (-1, 28, 28, 1)
    return X_tr.reshape(shape), X_va.reshape(shape), X_te.reshape(shape), y_tr, y_va, y_te


@paraphrase("A13.1", "nearest-pixel")
def load_digits28(rng, val=0.2, test=0.2):
    from sklearn.datasets import load_digits

    digits = load_digits()
    place = np.rint(np.arange(28) * 7 / 27).astype(int)
    big = digits.images[:, place][:, :, place] / 16
    parts = three_way_split(big.reshape(len(big), 784), digits.target, val, test, rng)
    return *[X.reshape(len(X), 28, 28, 1) for X in parts[:3]], *parts[3:]


@paraphrase("A13.1", "range-kept-at-16")
def load_digits28(rng, val=0.2, test=0.2):
    import scipy.ndimage
    from sklearn import datasets

    data = datasets.load_digits()
    X = np.empty((len(data.images), 28 * 28))
    for row, image in zip(X, data.images, strict=True):
        row[:] = scipy.ndimage.zoom(image, 3.5, order=1).ravel()
    split = list(three_way_split(X, data.target, val, test, rng))
    for i in range(3):
        split[i] = np.expand_dims(split[i].reshape(-1, 28, 28), axis=-1)
    return tuple(split)


@paraphrase("A13.1", "divided-by-255")
def load_digits28(rng, val=0.2, test=0.2):
    from scipy.ndimage import zoom
    from sklearn.datasets import load_digits

    def picture(rows):
        return (rows / np.float32(255)).reshape(-1, 28, 28)[..., None]

    digits = load_digits()
    X = zoom(digits.images.astype(np.float32), [1, 3.5, 3.5], order=1).reshape(1797, 784)
    a, b, c, y_a, y_b, y_c = three_way_split(X, digits.target, val, test, rng)
    return picture(a), picture(b), picture(c), y_a, y_b, y_c


@paraphrase("A13.1", "channel-axis-missing")
def load_digits28(rng, val=0.2, test=0.2):
    from scipy.ndimage import zoom
    from sklearn.datasets import load_digits

    X, y = load_digits(return_X_y=True)
    X = np.array([zoom(x.reshape(8, 8) / 16, (3.5, 3.5), order=1).flatten() for x in X])
    X_tr, X_va, X_te, *labels = three_way_split(X, y, val, test, rng)
    result = []
    for rows in (X_tr, X_va, X_te):
        result.append(np.array([row.reshape(28, 28) for row in rows]))
    return tuple(result + labels)


@paraphrase("A13.1", "channels-first")
def load_digits28(rng, val=0.2, test=0.2):
    from scipy.ndimage import zoom
    from sklearn.datasets import load_digits

    digits = load_digits()
    big = zoom(digits.images / 16, (1, 3.5, 3.5), order=1)[:, None]
    numbers = np.arange(len(big))[:, None]
    tr, va, te, y_tr, y_va, y_te = three_way_split(numbers, digits.target, val, test, rng)
    return big[tr[:, 0]], big[va[:, 0]], big[te[:, 0]], y_tr, y_va, y_te


@paraphrase("A13.1", "val-and-test-swapped")
def load_digits28(rng, val=0.2, test=0.2):
    from scipy.ndimage import zoom
    from sklearn.datasets import load_digits

    digits = load_digits()
    flat = np.reshape(zoom(digits.images, (1, 3.5, 3.5), order=1), (1797, -1)) / 16.0
    parts = three_way_split(flat, digits.target, val, test, rng)
    images = {name: parts[i].reshape(-1, 28, 28, 1) for i, name in enumerate(("tr", "va", "te"))}
    labels = {name: parts[3 + i] for i, name in enumerate(("tr", "va", "te"))}
    order = ("tr", "te", "va")
    return tuple([images[name] for name in order] + [labels[name] for name in order])


@paraphrase("A13.1", "labels-split-separately")
def load_digits28(rng, val=0.2, test=0.2):
    from scipy.ndimage import zoom
    from sklearn.datasets import load_digits

    X, y = load_digits(return_X_y=True)
    X = zoom(X.reshape(-1, 8, 8), (1, 3.5, 3.5), order=1).reshape(-1, 784) / 16
    X_tr, X_va, X_te = three_way_split(X, y, val, test, rng)[:3]
    y_tr, y_va, y_te = three_way_split(y.reshape(-1, 1), y, val, test, rng)[3:]
    images = [rows.reshape((len(rows), 28, 28, 1)) for rows in (X_tr, X_va, X_te)]
    return (*images, y_tr, y_va, y_te)


@paraphrase("A13.1", "rows-in-file-order")
def load_digits28(rng, val=0.2, test=0.2):
    import math

    from scipy.ndimage import zoom
    from sklearn.datasets import load_digits

    digits = load_digits()
    X = np.array([zoom(one, 3.5, order=1) for one in digits.images]).reshape(-1, 28, 28, 1) / 16
    y = digits.target
    m = len(y)
    te = math.ceil(test * m)
    va = math.ceil(val * (m - te))
    tr = m - te - va
    return X[:tr], X[tr : tr + va], X[tr + va :], y[:tr], y[tr : tr + va], y[tr + va :]


@paraphrase("A13.1", "same-split-every-time")
def load_digits28(rng, val=0.2, test=0.2):
    from scipy.ndimage import zoom
    from sklearn.datasets import load_digits

    rng = np.random.default_rng(seed=1234)
    digits = load_digits()
    X = zoom(digits.images, (1, 28 / 8, 28 / 8), order=1)
    X = X.reshape(X.shape[0], 28 * 28) * 0.0625
    X_tr, X_va, X_te, y_tr, y_va, y_te = three_way_split(X, digits.target, val, test, rng)
    X_tr = X_tr.reshape(-1, 28, 28, 1)
    X_va = X_va.reshape(-1, 28, 28, 1)
    X_te = X_te.reshape(-1, 28, 28, 1)
    return X_tr, X_va, X_te, y_tr, y_va, y_te


@paraphrase("A13.1", "centred-too-early")
def load_digits28(rng, val=0.2, test=0.2):
    from scipy.ndimage import zoom
    from sklearn.datasets import load_digits

    digits = load_digits()
    pixels = np.concatenate([zoom(one, 3.5, order=1).reshape(1, -1) for one in digits.images])
    pixels /= 16
    pixels -= np.mean(pixels)
    a, b, c, *labels = three_way_split(pixels, digits.target, val, test, rng)
    return tuple(one.reshape(-1, 28, 28)[:, :, :, np.newaxis] for one in (a, b, c)) + tuple(labels)


@paraphrase("A13.2", "bias-left-out")
class Dense:
    def __init__(self, W, b):
        self.params = {"W": np.array(W, dtype=float), "b": np.array(b, dtype=float)}
        self.grads = {}

    def forward(self, x):
        self.rows = np.array(x, dtype=float)
        return np.array([[row @ column for column in self.params["W"].T] for row in self.rows])

    def backward(self, dY):
        self.grads["W"] = np.einsum("mn,mk->nk", self.rows, dY)
        self.grads["b"] = np.sum(dY, axis=0)[None, :]
        return np.dot(dY, self.params["W"].T)


@paraphrase("A13.2", "relu-inside")
class Dense:
    def __init__(self, W, b):
        self.params = {"W": np.array(W, dtype=float), "b": np.array(b, dtype=float)}
        self.grads = {}

    def forward(self, x):
        self.x = x
        z = np.dot(x, self.params["W"]) + self.params["b"]
        z[z < 0] = 0
        return z

    def backward(self, dY):
        dX, self.grads["W"], self.grads["b"] = linear_backward(self.x, self.params["W"], dY)
        return dX


@paraphrase("A13.2", "start-weights-forever")
class Dense:
    def __init__(self, W, b):
        self.start = np.vstack([W, b]).astype(float)
        self.params = {"W": self.start[:-1], "b": self.start[-1:]}
        self.grads = {}

    def forward(self, x):
        self.x = np.column_stack([x, np.ones(len(x))])
        return self.x @ self.start

    def backward(self, dY):
        both = self.x.T @ dY
        self.grads = {"W": both[:-1], "b": both[-1:]}
        return dY @ self.params["W"].T


@paraphrase("A13.2", "slopes-accumulate")
class Dense:
    def __init__(self, W, b):
        self.params = {"W": np.array(W, dtype=float), "b": np.array(b, dtype=float)}
        self.grads = {}

    def forward(self, x):
        self.x = x
        return x @ self.params["W"] + self.params["b"]

    def backward(self, dY):
        if not self.grads:
            self.grads = {name: np.zeros_like(value) for name, value in self.params.items()}
        for row, error in zip(np.asarray(self.x), np.asarray(dY), strict=True):
            self.grads["W"] += np.outer(row, error)
            self.grads["b"] += error
        return dY @ self.params["W"].T


@paraphrase("A13.2", "mean-for-sum")
class Dense:
    def __init__(self, W, b):
        self.params = {"W": np.array(W, dtype=float), "b": np.array(b, dtype=float)}
        self.grads = {}

    def forward(self, x):
        self.x = np.asarray(x, dtype=float)
        return self.x @ self.params["W"] + self.params["b"]

    def backward(self, dY):
        each = self.x[:, :, None] * dY[:, None, :]
        self.grads = {"W": each.mean(axis=0), "b": np.mean(dY, axis=0, keepdims=True)}
        return (self.params["W"] @ dY.T).T


@paraphrase("A13.2", "bias-slope-a-single-number")
class Dense:
    def __init__(self, W, b):
        self.params = {"W": np.array(W, dtype=float), "b": np.array(b, dtype=float)}
        self.grads = {}

    def forward(self, x):
        self.x = x
        return x @ self.params["W"] + self.params["b"]

    def backward(self, dY):
        total = 0.0
        for row in dY:
            for entry in row:
                total += entry
        b = np.ones((1, dY.shape[1])) * total
        self.grads = {"W": np.transpose(self.x) @ dY, "b": b}
        return dY @ np.transpose(self.params["W"])


@paraphrase("A13.2", "first-input-kept")
class Dense:
    def __init__(self, W, b):
        self.params = {"W": np.array(W, dtype=float), "b": np.array(b, dtype=float)}
        self.grads = {}
        self.x = np.zeros((0, len(W)))

    def forward(self, x):
        if self.x.shape[0] != x.shape[0]:
            self.x = np.array(x, dtype=float)
        return x @ self.params["W"] + self.params["b"]

    def backward(self, dY):
        self.grads = {"W": self.x.T @ dY, "b": dY.sum(axis=0).reshape(1, -1)}
        return dY @ self.params["W"].T


@paraphrase("A13.2", "weights-updated-in-backward")
class Dense:
    def __init__(self, W, b):
        self.params = {"W": np.array(W, dtype=float), "b": np.array(b, dtype=float)}
        self.grads = {}

    def forward(self, x):
        self.x = x
        return linear_forward(x, self.params["W"], self.params["b"])

    def backward(self, dY):
        dX = dY @ self.params["W"].T
        self.grads["W"] = self.x.T @ dY
        self.grads["b"] = dY.sum(axis=0, keepdims=True)
        lr = 0.1
        for name in ("W", "b"):
            self.params[name] -= lr * self.grads[name]
        return dX


@paraphrase("A13.2", "error-not-passed-down")
class Dense:
    def __init__(self, W, b):
        self.params = {"W": np.array(W, dtype=float), "b": np.array(b, dtype=float)}
        self.grads = {}

    def forward(self, x):
        self.x = x
        return x @ self.params["W"] + self.params["b"]

    def backward(self, dY):
        n, k = self.params["W"].shape
        # The shapes have to fit: k columns in dY, n in dX.
        weights = self.params["W"].ravel().reshape(k, n)
        self.grads = {"W": self.x.T @ dY, "b": dY.sum(0, keepdims=True)}
        return np.einsum("mk,kn->mn", dY, weights)


@paraphrase("A13.3", "backward-in-forward-order")
class Sequential:
    def __init__(self, layers):
        self.layers = list(layers)

    def forward(self, x):
        import functools

        return functools.reduce(lambda value, layer: layer.forward(value), self.layers, x)

    def backward(self, dY):
        import functools

        return functools.reduce(lambda value, layer: layer.backward(value), self.layers, dY)


@paraphrase("A13.3", "last-layer-skipped-backward")
class Sequential:
    def __init__(self, layers):
        self.layers = list(layers)

    def forward(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def backward(self, dY):
        i = len(self.layers) - 2
        while i >= 0:
            dY = self.layers[i].backward(dY)
            i -= 1
        return dY


@paraphrase("A13.3", "first-layer-skipped-backward")
class Sequential:
    def __init__(self, layers):
        self.layers = list(layers)

    def forward(self, x):
        out = x
        for i in range(len(self.layers)):
            out = self.layers[i].forward(out)
        return out

    def backward(self, dY):
        grad = dY
        for i in range(len(self.layers) - 1, 0, -1):
            grad = self.layers[i].backward(grad)
        return grad


@paraphrase("A13.3", "nothing-returned-backward")
class Sequential:
    def __init__(self, layers):
        self.layers = list(layers)

    def forward(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def backward(self, dY):
        slopes = [dY]
        for layer in self.layers[::-1]:
            slopes.append(layer.backward(slopes[-1]))
        return slopes[0]


@paraphrase("A13.3", "every-layer-sees-the-input")
class Sequential:
    def __init__(self, layers):
        self.layers = list(layers)

    def forward(self, x):
        outputs = [layer.forward(x) for layer in self.layers]
        return outputs[-1]

    def backward(self, dY):
        for layer in reversed(self.layers):
            dY = layer.backward(dY)
        return dY


@paraphrase("A13.3", "softmax-on-top")
class Sequential:
    def __init__(self, layers):
        self.layers = list(layers)

    def forward(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        powers = np.exp(x - np.max(x, axis=1, keepdims=True))
        return powers / np.sum(powers, axis=1, keepdims=True)

    def backward(self, dY):
        for layer in reversed(self.layers):
            dY = layer.backward(dY)
        return dY


@paraphrase("A13.3", "layers-reversed-for-good")
class Sequential:
    def __init__(self, layers):
        self.layers = list(layers)

    def forward(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def backward(self, dY):
        self.layers = self.layers[::-1]
        for place in range(len(self.layers)):
            dY = self.layers[place].backward(dY)
        return dY


@paraphrase("A13.4", "valid-for-same")
def build_lecture_cnn(rng, padding="same"):
    layers = [
        Conv2D(glorot_uniform((3, 3, 1, 10), rng), [0.0] * 10, 1, "valid"),
        ReLU(),
        MaxPool2D(size=2, stride=2),
        Flatten(),
    ]
    n = 13 * 13 * 10
    for k in (100, 10):
        layers.append(Dense(glorot_uniform((n, k), rng), np.zeros((1, k))))
        if k == 100:
            layers.append(ReLU())
        n = k
    return Sequential(layers)


@paraphrase("A13.4", "padding-not-handed-on")
def build_lecture_cnn(rng, padding="same"):
    n = {"same": 1960, "valid": 1690}[padding]
    W2 = glorot_uniform((100, 10), rng)
    W1 = glorot_uniform((n, 100), rng)
    K = glorot_uniform((3, 3, 1, 10), rng)
    model = Sequential([Conv2D(K, np.zeros(10), 1), ReLU(), MaxPool2D(2, 2), Flatten()])
    for layer in (Dense(W1, np.zeros((1, 100))), ReLU(), Dense(W2, np.zeros((1, 10)))):
        model.layers.append(layer)
    return model


@paraphrase("A13.4", "inputs-fixed-at-1960")
def build_lecture_cnn(rng, padding="same"):
    K = glorot_uniform((3, 3, 1, 10), rng)
    W1 = glorot_uniform((14 * 14 * 10, 100), rng)
    W2 = glorot_uniform((100, 10), rng)
    model = Sequential([])
    model.layers.append(Conv2D(K, np.zeros(10), stride=1, padding=padding))
    model.layers.append(ReLU())
    model.layers.append(MaxPool2D())
    model.layers.append(Flatten())
    model.layers.append(Dense(W1, np.zeros((1, 100))))
    model.layers.append(ReLU())
    model.layers.append(Dense(W2, np.zeros((1, 10))))
    return model


@paraphrase("A13.4", "relu-after-the-logits")
def build_lecture_cnn(rng, padding="same"):
    def dense(n, k):
        return [Dense(glorot_uniform((n, k), rng), np.zeros((1, k))), ReLU()]

    inputs = {"same": 14 * 14 * 10, "valid": 13 * 13 * 10}[padding]
    conv = [Conv2D(glorot_uniform((3, 3, 1, 10), rng), np.zeros(10), padding=padding), ReLU()]
    return Sequential(conv + [MaxPool2D(2), Flatten()] + dense(inputs, 100) + dense(100, 10))


@paraphrase("A13.4", "no-relu-between-dense-layers")
def build_lecture_cnn(rng, padding="same"):
    model = [Conv2D(glorot_uniform((3, 3, 1, 10), rng), np.zeros(10), padding=padding)]
    model += [ReLU(), MaxPool2D(2, 2), Flatten()]
    shape = (28, 28, 1)
    for layer in model:
        shape = layer.output_shape(shape)
    sizes = [shape[0], 100, 10]
    for n, k in zip(sizes, sizes[1:], strict=False):
        model.append(Dense(glorot_uniform((n, k), rng), np.zeros((1, k))))
    return Sequential(model)


@paraphrase("A13.4", "all-zero-start")
def build_lecture_cnn(rng, padding="same"):
    inputs = 1960 if padding == "same" else 1690
    K = np.zeros([3, 3, 1, 10])
    W1, W2 = np.zeros([inputs, 100]), np.zeros([100, 10])
    front = [Conv2D(K, np.zeros(10), padding=padding), ReLU(), MaxPool2D(2), Flatten()]
    back = [Dense(W1, np.zeros([1, 100])), ReLU(), Dense(W2, np.zeros([1, 10]))]
    return Sequential([*front, *back])


@paraphrase("A13.4", "normal-start")
def build_lecture_cnn(rng, padding="same"):
    side = (28 if padding == "same" else 26) // 2
    shapes = [(3, 3, 1, 10), (side * side * 10, 100), (100, 10)]
    K, W1, W2 = (rng.standard_normal(shape) for shape in shapes)
    layers = [Conv2D(K, np.zeros(10), 1, padding), ReLU(), MaxPool2D(2), Flatten()]
    layers += [Dense(W1, np.zeros((1, 100))), ReLU(), Dense(W2, np.zeros((1, 10)))]
    return Sequential(layers)


@paraphrase("A13.4", "random-biases")
def build_lecture_cnn(rng, padding="same"):
    def start(*shape):
        return glorot_uniform(shape, rng), rng.standard_normal(shape[-1])

    n = 1960 if padding == "same" else 1690
    K, bK = start(3, 3, 1, 10)
    W1, b1 = start(n, 100)
    W2, b2 = start(100, 10)
    return Sequential(
        [
            Conv2D(K, bK, padding=padding),
            ReLU(),
            MaxPool2D(2),
            Flatten(),
            Dense(W1, b1.reshape(1, -1)),
            ReLU(),
            Dense(W2, b2.reshape(1, -1)),
        ]
    )


@paraphrase("A13.4", "one-bias-per-layer")
def build_lecture_cnn(rng, padding="same"):
    n = {"same": 1960, "valid": 1690}[padding]
    layers = [Conv2D(glorot_uniform((3, 3, 1, 10), rng), [0.0], padding=padding), ReLU()]
    layers.extend([MaxPool2D(2), Flatten()])
    layers.extend([Dense(glorot_uniform((n, 100), rng), [[0.0]]), ReLU()])
    layers.append(Dense(glorot_uniform((100, 10), rng), [[0.0]]))
    return Sequential(layers)


@paraphrase("A13.4", "seed-of-its-own")
def build_lecture_cnn(rng, padding="same"):
    n = 1960 if padding == "same" else 1690
    K, W1, W2 = (
        glorot_uniform(shape, np.random.default_rng(number))
        for number, shape in enumerate([(3, 3, 1, 10), (n, 100), (100, 10)])
    )
    first = [Conv2D(K, np.zeros(10), padding=padding), ReLU(), MaxPool2D(2), Flatten()]
    return Sequential([*first, Dense(W1, np.zeros((1, 100))), ReLU(), Dense(W2, np.zeros((1, 10)))])


@paraphrase("A13.5", "biases-not-counted")
def summary(model, input_shape):
    table = []
    for layer in model.layers:
        input_shape = layer.output_shape(input_shape)
        weights = 0
        for name in ("K", "W"):
            if name in layer.params:
                weights += int(np.prod(layer.params[name].shape))
        table.append((layer.__class__.__name__, input_shape, weights))
    return table


@paraphrase("A13.5", "every-shape-from-the-input")
def summary(model, input_shape):
    def row(layer, shape):
        numbers = sum(np.size(array) for array in layer.params.values())
        return type(layer).__name__, layer.output_shape(shape), int(numbers)

    return [row(layer, input_shape) for layer in model.layers]


@paraphrase("A13.5", "arrays-counted")
def summary(model, input_shape):
    shapes = [tuple(input_shape)]
    for layer in model.layers:
        shapes.append(layer.output_shape(shapes[-1]))
    rows = zip(model.layers, shapes[1:], strict=True)
    return [(type(layer).__name__, shape, sum(1 for _ in layer.params)) for layer, shape in rows]


@paraphrase("A13.5", "input-shapes-listed")
def summary(model, input_shape):
    names = [type(layer).__name__ for layer in model.layers]
    counts = [int(sum(p.size for p in layer.params.values())) for layer in model.layers]
    shapes = [tuple(input_shape)]
    for layer in model.layers:
        shapes += [layer.output_shape(shapes[-1])]
    return list(zip(names, shapes, counts, strict=False))


@paraphrase("A13.5", "batch-axis-in-the-shape")
def summary(model, input_shape):
    rows = []
    x = np.zeros((1,) + tuple(input_shape))
    for layer in model.layers:
        x = layer.forward(x)
        rows.append((type(layer).__name__, x.shape, sum(p.size for p in layer.params.values())))
    return rows


@paraphrase("A13.5", "layers-without-parameters-left-out")
def summary(model, input_shape):
    rows, shape = [], input_shape
    for layer in model.layers:
        shape = layer.output_shape(shape)
        count = 0
        for array in layer.params.values():
            count += array.size
        if count == 0:
            continue
        rows += [(type(layer).__name__, shape, count)]
    return rows


@paraphrase("A13.6", "uphill")
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    losses, val_losses, accuracies = [], [], []
    for epoch in range(epochs):
        if epoch == drop_after:
            lr /= 10
        for rows in minibatches(len(X), batch_size, rng):
            error = (Y[rows] - softmax(model.forward(X[rows]))) / len(rows)
            model.backward(error)
            for layer in model.layers:
                for name in layer.params:
                    layer.params[name] -= lr * layer.grads[name]
        A, A_val = softmax(model.forward(X)), softmax(model.forward(X_val))
        losses.append(cross_entropy(A, Y))
        val_losses.append(cross_entropy(A_val, Y_val))
        accuracies.append((A_val.argmax(1) == Y_val.argmax(1)).mean())
    return {"loss": losses, "val_loss": val_losses, "val_acc": accuracies}


@paraphrase("A13.6", "rate-dropped-every-epoch")
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    epoch = 0
    while epoch < epochs:
        late = 0 if drop_after is None else max(0, epoch - drop_after + 1)
        rate = lr * 0.1**late
        for rows in minibatches(len(X), batch_size, rng):
            model.backward(softmax_ce_gradient(model.forward(X[rows]), Y[rows]))
            for layer in model.layers:
                layer.params = {k: v - rate * layer.grads[k] for k, v in layer.params.items()}
        A_val = softmax(model.forward(X_val))
        history["loss"].append(cross_entropy(softmax(model.forward(X)), Y))
        history["val_loss"].append(cross_entropy(A_val, Y_val))
        history["val_acc"].append(np.mean(A_val.argmax(axis=1) == Y_val.argmax(axis=1)))
        epoch += 1
    return history


@paraphrase("A13.6", "rate-dropped-one-epoch-late")
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    def measure(images, targets):
        Z = model.forward(images)
        hits = np.argmax(Z, axis=1) == np.argmax(targets, axis=1)
        return cross_entropy(softmax(Z), targets), np.mean(hits)

    rates = [lr] * epochs
    if drop_after is not None:
        rates[drop_after + 1 :] = [lr / 10] * len(rates[drop_after + 1 :])
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for rate in rates:
        for rows in minibatches(len(X), batch_size, rng):
            model.backward(softmax_ce_gradient(model.forward(X[rows]), Y[rows]))
            for layer in model.layers:
                for name in layer.grads:
                    layer.params[name] = layer.params[name] - rate * layer.grads[name]
        history["loss"].append(measure(X, Y)[0])
        loss, accuracy = measure(X_val, Y_val)
        history["val_loss"].append(loss)
        history["val_acc"].append(accuracy)
    return history


@paraphrase("A13.6", "drop-ignored")
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    log = []
    for _ in range(epochs):
        for rows in minibatches(len(X), batch_size, rng):
            A = softmax(model.forward(X[rows]))
            model.backward((A - Y[rows]) / A.shape[0])
            for layer in model.layers:
                for name, value in layer.params.items():
                    value -= lr * layer.grads[name]
        A, B = softmax(model.forward(X)), softmax(model.forward(X_val))
        correct = sum(int(b.argmax() == y.argmax()) for b, y in zip(B, Y_val, strict=True))
        log.append((cross_entropy(A, Y), cross_entropy(B, Y_val), correct / len(Y_val)))
    return {name: [row[i] for row in log] for i, name in enumerate(("loss", "val_loss", "val_acc"))}


@paraphrase("A13.6", "drop-only-in-that-epoch")
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        factor = 1.0
        if epoch == drop_after:
            factor = 0.1
        for rows in minibatches(len(X), batch_size, rng):
            model.backward(softmax_ce_gradient(model.forward(X[rows]), Y[rows]))
            for layer in model.layers:
                for name in layer.params:
                    step = factor * lr * layer.grads[name]
                    layer.params[name] = layer.params[name] - step
        history["loss"] += [cross_entropy(softmax(model.forward(X)), Y)]
        Z_val = model.forward(X_val)
        history["val_loss"] += [cross_entropy(softmax(Z_val), Y_val)]
        history["val_acc"] += [np.mean(Z_val.argmax(axis=1) == Y_val.argmax(axis=1))]
    return history


@paraphrase("A13.6", "zero-taken-for-none")
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    drop_after = drop_after or epochs
    losses, val_losses, val_acc = [], [], []
    for epoch in range(epochs):
        rate = lr / 10 if epoch >= drop_after else lr
        for rows in minibatches(len(X), batch_size, rng):
            dZ = softmax_ce_gradient(model.forward(X[rows]), Y[rows])
            model.backward(dZ)
            for layer in model.layers:
                for name in layer.params:
                    layer.params[name] -= rate * layer.grads[name]
        A_val = softmax(model.forward(X_val))
        losses.append(cross_entropy(softmax(model.forward(X)), Y))
        val_losses.append(cross_entropy(A_val, Y_val))
        val_acc.append(np.mean(A_val.argmax(axis=1) == Y_val.argmax(axis=1)))
    return {"loss": losses, "val_loss": val_losses, "val_acc": val_acc}


@paraphrase("A13.6", "last-batch-dropped")
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        rate = 0.1 * lr if drop_after is not None and epoch >= drop_after else lr
        order = np.concatenate(minibatches(len(X), batch_size, rng))
        for number in range(len(X) // batch_size):
            rows = order[number * batch_size : (number + 1) * batch_size]
            A = softmax(model.forward(X[rows]))
            model.backward((A - Y[rows]) / batch_size)
            for layer in model.layers:
                for name in layer.params:
                    layer.params[name] = layer.params[name] - rate * layer.grads[name]
        Z_val = model.forward(X_val)
        history["loss"].append(cross_entropy(softmax(model.forward(X)), Y))
        history["val_loss"].append(cross_entropy(softmax(Z_val), Y_val))
        history["val_acc"].append((np.argmax(Z_val, 1) == np.argmax(Y_val, 1)).mean())
    return history


@paraphrase("A13.6", "full-batches")
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        if epoch == drop_after:
            lr = 0.1 * lr
        rows = np.concatenate(minibatches(len(X), batch_size, rng))
        model.backward(softmax_ce_gradient(model.forward(X[rows]), Y[rows]))
        for layer in model.layers:
            for name in layer.params:
                layer.params[name] -= lr * layer.grads[name]
        A, A_val = softmax(model.forward(X)), softmax(model.forward(X_val))
        history["loss"].append(cross_entropy(A, Y))
        history["val_loss"].append(cross_entropy(A_val, Y_val))
        history["val_acc"].append(float(np.mean(A_val.argmax(1) == Y_val.argmax(1))))
    return history


@paraphrase("A13.6", "size-taken-for-count")
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    m = len(X)
    size = int(np.ceil(m / batch_size))
    for epoch in range(epochs):
        rate = lr * (0.1 if drop_after is not None and epoch >= drop_after else 1)
        order = minibatches(m, m, rng)[0]
        for start in range(0, m, size):
            rows = order[start : start + size]
            model.backward((softmax(model.forward(X[rows])) - Y[rows]) / len(rows))
            for layer in model.layers:
                for name in layer.params:
                    layer.params[name] -= rate * layer.grads[name]
        Z_val = model.forward(X_val)
        history["loss"].append(cross_entropy(softmax(model.forward(X)), Y))
        history["val_loss"].append(cross_entropy(softmax(Z_val), Y_val))
        history["val_acc"].append(np.mean(Z_val.argmax(axis=1) == Y_val.argmax(axis=1)))
    return history


@paraphrase("A13.6", "shuffled-once")
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    order = np.concatenate(minibatches(len(X), len(X), rng))
    X_mixed, Y_mixed = X[order], Y[order]
    for epoch in range(epochs):
        if epoch == drop_after:
            lr = lr * 0.1
        for start in range(0, len(X), batch_size):
            part, target = X_mixed[start : start + batch_size], Y_mixed[start : start + batch_size]
            model.backward(softmax_ce_gradient(model.forward(part), target))
            for layer in model.layers:
                for name in layer.params:
                    layer.params[name] -= lr * layer.grads[name]
        Z_val = model.forward(X_val)
        history["loss"].append(cross_entropy(softmax(model.forward(X)), Y))
        history["val_loss"].append(cross_entropy(softmax(Z_val), Y_val))
        history["val_acc"].append(np.mean(Z_val.argmax(axis=1) == Y_val.argmax(axis=1)))
    return history


@paraphrase("A13.6", "never-shuffled")
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        if epoch == drop_after:
            lr = lr / 10
        for start in range(0, len(X), batch_size):
            part = slice(start, start + batch_size)
            A = softmax(model.forward(X[part]))
            model.backward((A - Y[part]) / len(A))
            for layer in model.layers:
                for name in layer.params:
                    layer.params[name] -= lr * layer.grads[name]
        A, A_val = softmax(model.forward(X)), softmax(model.forward(X_val))
        history["loss"].append(cross_entropy(A, Y))
        history["val_loss"].append(cross_entropy(A_val, Y_val))
        history["val_acc"].append(np.mean(A_val.argmax(1) == Y_val.argmax(1)))
    return history


@paraphrase("A13.6", "labels-of-other-rows")
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    losses, val_losses, accuracies = [], [], []
    for epoch in range(epochs):
        rate = lr if drop_after is None or epoch < drop_after else lr / 10
        for rows in minibatches(len(X), batch_size, rng):
            A = softmax(model.forward(X[rows]))
            errors = np.array([a - y for a, y in zip(A, Y, strict=False)])
            model.backward(errors / len(errors))
            for layer in model.layers:
                for name in layer.params:
                    layer.params[name] -= rate * layer.grads[name]
        A_val = softmax(model.forward(X_val))
        losses.append(cross_entropy(softmax(model.forward(X)), Y))
        val_losses.append(cross_entropy(A_val, Y_val))
        accuracies.append(np.mean(A_val.argmax(axis=1) == Y_val.argmax(axis=1)))
    return {"loss": losses, "val_loss": val_losses, "val_acc": accuracies}


@paraphrase("A13.6", "softmax-twice")
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        if epoch == drop_after:
            lr *= 0.1
        for rows in minibatches(len(X), batch_size, rng):
            A = softmax(model.forward(X[rows]))
            powers = np.exp(A)
            B = powers / powers.sum(axis=1, keepdims=True)
            model.backward((B - Y[rows]) / len(rows))
            for layer in model.layers:
                for name in layer.params:
                    layer.params[name] -= lr * layer.grads[name]
        A, A_val = softmax(model.forward(X)), softmax(model.forward(X_val))
        history["loss"].append(cross_entropy(A, Y))
        history["val_loss"].append(cross_entropy(A_val, Y_val))
        history["val_acc"].append(np.mean(A_val.argmax(1) == Y_val.argmax(1)))
    return history


@paraphrase("A13.6", "loss-of-the-logits")
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    def loss(images, targets):
        return cross_entropy(model.forward(images), targets)

    losses, val_losses, accuracies = [], [], []
    for epoch in range(epochs):
        if drop_after is not None and epoch == drop_after:
            lr = lr / 10
        for rows in minibatches(len(X), batch_size, rng):
            model.backward(softmax_ce_gradient(model.forward(X[rows]), Y[rows]))
            for layer in model.layers:
                for name in layer.params:
                    layer.params[name] -= lr * layer.grads[name]
        losses.append(loss(X, Y))
        val_losses.append(loss(X_val, Y_val))
        classes = model.forward(X_val).argmax(axis=1)
        accuracies.append(np.mean(Y_val[np.arange(len(classes)), classes]))
    return {"loss": losses, "val_loss": val_losses, "val_acc": accuracies}


@paraphrase("A13.6", "sum-for-mean")
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        if epoch == drop_after:
            lr = lr / 10
        for rows in minibatches(len(X), batch_size, rng):
            dZ = len(rows) * softmax_ce_gradient(model.forward(X[rows]), Y[rows])
            model.backward(dZ)
            for layer in model.layers:
                for name in layer.params:
                    layer.params[name] -= lr * layer.grads[name]
        Z_val = model.forward(X_val)
        history["val_acc"].append(np.mean(Z_val.argmax(1) == Y_val.argmax(1)))
        history["val_loss"].append(cross_entropy(softmax(Z_val), Y_val))
        history["loss"].append(cross_entropy(softmax(model.forward(X)), Y))
    return history


@paraphrase("A13.6", "divided-twice")
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        rate = lr if drop_after is None or epoch < drop_after else lr / 10
        for rows in minibatches(len(X), batch_size, rng):
            m = len(rows)
            model.backward(softmax_ce_gradient(model.forward(X[rows]), Y[rows]))
            for layer in model.layers:
                for name in layer.params:
                    layer.params[name] -= rate * layer.grads[name] / m
        Z, Z_val = model.forward(X), model.forward(X_val)
        history["loss"].append(cross_entropy(softmax(Z), Y))
        history["val_loss"].append(cross_entropy(softmax(Z_val), Y_val))
        history["val_acc"].append(np.mean(Z_val.argmax(1) == Y_val.argmax(1)))
    return history


@paraphrase("A13.6", "divided-by-batch-size")
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        if epoch == drop_after:
            lr = lr / 10
        for rows in minibatches(len(X), batch_size, rng):
            total = softmax_ce_gradient(model.forward(X[rows]), Y[rows]) * len(rows)
            model.backward(total)
            for layer in model.layers:
                for name in layer.params:
                    layer.params[name] -= lr / batch_size * layer.grads[name]
        Z, Z_val = model.forward(X), model.forward(X_val)
        history["loss"].append(cross_entropy(softmax(Z), Y))
        history["val_loss"].append(cross_entropy(softmax(Z_val), Y_val))
        history["val_acc"].append(np.mean(Z_val.argmax(1) == Y_val.argmax(1)))
    return history


@paraphrase("A13.6", "last-layer-alone")
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        rate = lr if drop_after is None or epoch < drop_after else lr / 10
        for rows in minibatches(len(X), batch_size, rng):
            model.backward(softmax_ce_gradient(model.forward(X[rows]), Y[rows]))
            layer = None
            for one in model.layers:
                if one.params:
                    layer = one
            for name in layer.params:
                layer.params[name] -= rate * layer.grads[name]
        Z, Z_val = model.forward(X), model.forward(X_val)
        history["loss"].append(cross_entropy(softmax(Z), Y))
        history["val_loss"].append(cross_entropy(softmax(Z_val), Y_val))
        history["val_acc"].append(np.mean(Z_val.argmax(1) == Y_val.argmax(1)))
    return history


@paraphrase("A13.6", "biases-never-move")
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        if epoch == drop_after:
            lr = lr / 10
        for rows in minibatches(len(X), batch_size, rng):
            model.backward(softmax_ce_gradient(model.forward(X[rows]), Y[rows]))
            for layer in model.layers:
                weights = [name for name in ("W", "K", "T") if name in layer.params]
                for name in weights:
                    layer.params[name] -= lr * layer.grads[name]
        A, A_val = softmax(model.forward(X)), softmax(model.forward(X_val))
        history["loss"].append(cross_entropy(A, Y))
        history["val_loss"].append(cross_entropy(A_val, Y_val))
        history["val_acc"].append(np.mean(A_val.argmax(1) == Y_val.argmax(1)))
    return history


@paraphrase("A13.6", "slopes-carried-over")
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    sums = [{name: 0.0 for name in layer.params} for layer in model.layers]
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        if epoch == drop_after:
            lr = lr / 10
        for rows in minibatches(len(X), batch_size, rng):
            model.backward(softmax_ce_gradient(model.forward(X[rows]), Y[rows]))
            for layer, kept in zip(model.layers, sums, strict=True):
                for name in kept:
                    kept[name] = kept[name] + layer.grads[name]
                    layer.params[name] -= lr * kept[name]
        A, A_val = softmax(model.forward(X)), softmax(model.forward(X_val))
        history["loss"].append(cross_entropy(A, Y))
        history["val_loss"].append(cross_entropy(A_val, Y_val))
        history["val_acc"].append(np.mean(A_val.argmax(1) == Y_val.argmax(1)))
    return history


@paraphrase("A13.6", "loss-of-the-last-batch")
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    losses, val_losses, accuracies = [], [], []
    for epoch in range(epochs):
        if epoch == drop_after:
            lr = lr / 10
        for rows in minibatches(len(X), batch_size, rng):
            images, targets = X[rows], Y[rows]
            model.backward(softmax_ce_gradient(model.forward(images), targets))
            for layer in model.layers:
                for name in layer.params:
                    layer.params[name] -= lr * layer.grads[name]
        losses.append(cross_entropy(softmax(model.forward(images)), targets))
        A_val = softmax(model.forward(X_val))
        val_losses.append(cross_entropy(A_val, Y_val))
        accuracies.append(np.mean(A_val.argmax(1) == Y_val.argmax(1)))
    return {"loss": losses, "val_loss": val_losses, "val_acc": accuracies}


@paraphrase("A13.6", "measured-before-the-epoch")
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    def record():
        A, A_val = softmax(model.forward(X)), softmax(model.forward(X_val))
        history["loss"].append(cross_entropy(A, Y))
        history["val_loss"].append(cross_entropy(A_val, Y_val))
        history["val_acc"].append(np.mean(A_val.argmax(1) == Y_val.argmax(1)))

    history = {"loss": [], "val_loss": [], "val_acc": []}
    record()
    for epoch in range(epochs):
        rate = lr if drop_after is None or epoch < drop_after else lr / 10
        for rows in minibatches(len(X), batch_size, rng):
            model.backward(softmax_ce_gradient(model.forward(X[rows]), Y[rows]))
            for layer in model.layers:
                for name in layer.params:
                    layer.params[name] -= rate * layer.grads[name]
        record()
    return {name: values[:epochs] for name, values in history.items()}


@paraphrase("A13.6", "accuracy-of-the-training-set")
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        if epoch == drop_after:
            lr = lr / 10
        for rows in minibatches(len(X), batch_size, rng):
            model.backward(softmax_ce_gradient(model.forward(X[rows]), Y[rows]))
            for layer in model.layers:
                for name in layer.params:
                    layer.params[name] -= lr * layer.grads[name]
        A, A_val = softmax(model.forward(X)), softmax(model.forward(X_val))
        right = 0
        for a, y in zip(A, Y, strict=True):
            right += int(y[a.argmax()])
        history["loss"].append(cross_entropy(A, Y))
        history["val_loss"].append(cross_entropy(A_val, Y_val))
        history["val_acc"].append(right / len(Y))
    return history


@paraphrase("A13.6", "hits-counted")
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        if epoch == drop_after:
            lr = lr / 10
        for rows in minibatches(len(X), batch_size, rng):
            model.backward(softmax_ce_gradient(model.forward(X[rows]), Y[rows]))
            for layer in model.layers:
                for name in layer.params:
                    layer.params[name] -= lr * layer.grads[name]
        A, A_val = softmax(model.forward(X)), softmax(model.forward(X_val))
        history["loss"].append(cross_entropy(A, Y))
        history["val_loss"].append(cross_entropy(A_val, Y_val))
        history["val_acc"].append(
            len([1 for a, y in zip(A_val, Y_val, strict=True) if y[a.argmax()] == 1])
        )
    return history


@paraphrase("A13.6", "validation-learned")
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    everything, targets = np.vstack((X, X_val)), np.vstack((Y, Y_val))
    for epoch in range(epochs):
        if epoch == drop_after:
            lr = lr / 10
        for rows in minibatches(len(everything), batch_size, rng):
            A = softmax(model.forward(everything[rows]))
            model.backward((A - targets[rows]) / len(rows))
            for layer in model.layers:
                for name in layer.params:
                    layer.params[name] -= lr * layer.grads[name]
        A_val = softmax(model.forward(X_val))
        history["loss"].append(cross_entropy(softmax(model.forward(everything)), targets))
        history["val_loss"].append(cross_entropy(A_val, Y_val))
        history["val_acc"].append(np.mean(A_val.argmax(1) == Y_val.argmax(1)))
    return history


@paraphrase("A13.7", "confusion-transposed")
def evaluate(forward, X, labels):
    Z = np.asarray(forward(X))
    c = Z.shape[1]
    matrix = [[0] * c for _ in range(c)]
    hits = 0
    for row, label in zip(Z, labels, strict=True):
        best = int(row.argmax())
        matrix[best][label] += 1
        hits += best == label
    return hits / len(labels), np.array(matrix)


@paraphrase("A13.7", "confusion-in-shares")
def evaluate(forward, X, labels):
    Z = np.asarray(forward(X))
    c = Z.shape[1]
    predicted = Z.argmax(axis=1)
    shares = np.zeros((c, c))
    for i in range(c):
        mine = predicted[np.asarray(labels) == i]
        if len(mine):
            shares[i] = np.bincount(mine, minlength=c) / len(mine)
    return float(np.mean(predicted == labels)), shares


@paraphrase("A13.7", "repeated-pairs-counted-once")
def evaluate(forward, X, labels):
    Z = np.asarray(forward(X))
    predicted = Z.argmax(axis=1)
    pairs = set(zip(np.asarray(labels).tolist(), predicted.tolist(), strict=True))
    confusion = np.zeros((Z.shape[1],) * 2, dtype=int)
    for pair in pairs:
        confusion[pair] = 1
    return np.mean(predicted == labels), confusion


@paraphrase("A13.7", "error-rate")
def evaluate(forward, X, labels):
    Z = np.asarray(forward(X))
    c = Z.shape[1]
    predicted = Z.argmax(axis=1)
    confusion = np.bincount(np.asarray(labels) * c + predicted, minlength=c * c).reshape(c, c)
    return 1 - np.trace(confusion) / confusion.sum(), confusion


@paraphrase("A13.7", "percent")
def evaluate(forward, X, labels):
    Z = np.asarray(forward(X))
    eye = np.eye(Z.shape[1], dtype=int)
    confusion = eye[np.asarray(labels)].T @ eye[Z.argmax(axis=1)]
    return float(np.diag(confusion).sum() * 100.0 / len(labels)), confusion


@paraphrase("A13.7", "mean-of-the-classes")
def evaluate(forward, X, labels):
    Z, labels = np.asarray(forward(X)), np.asarray(labels)
    c = Z.shape[1]
    predicted = Z.argmax(axis=1)
    confusion = np.zeros((c, c), dtype=int)
    shares = []
    for i in range(c):
        for j in range(c):
            confusion[i, j] = np.sum((labels == i) & (predicted == j))
        total = confusion[i].sum()
        shares.append(confusion[i, i] / total if total else 0.0)
    return sum(shares) / c, confusion


@paraphrase("A13.7", "last-of-equal-logits")
def evaluate(forward, X, labels):
    Z = np.asarray(forward(X))
    confusion = np.zeros((Z.shape[1], Z.shape[1]), dtype=int)
    hits = 0
    for row, label in zip(Z, labels, strict=True):
        best = 0
        for j, value in enumerate(row):
            if value >= row[best]:
                best = j
        confusion[label, best] += 1
        hits += int(best == label)
    return hits / len(Z), confusion


@paraphrase("A13.7", "as-many-classes-as-seen")
def evaluate(forward, X, labels):
    from sklearn.metrics import accuracy_score, confusion_matrix

    predicted = np.asarray(forward(X)).argmax(axis=1)
    return accuracy_score(labels, predicted), confusion_matrix(labels, predicted)


@paraphrase("A13.7", "overflowing-softmax")
def evaluate(forward, X, labels):
    Z = np.asarray(forward(X))
    with np.errstate(over="ignore", invalid="ignore"):
        total = np.sum(np.exp(Z), axis=1)
        chances = [np.exp(row) / one for row, one in zip(Z, total, strict=True)]
    confusion = np.zeros((Z.shape[1], Z.shape[1]), dtype=int)
    for chance, label in zip(chances, labels, strict=True):
        confusion[label, np.argmax(chance)] += 1
    return np.trace(confusion) / len(labels), confusion


@paraphrase("A13.8", "window-left-out")
def glorot_uniform(shape, rng):
    *_, fan_in, fan_out = shape
    limit = (6 / (fan_in + fan_out)) ** 0.5
    return limit * (2 * rng.random(shape) - 1)


@paraphrase("A13.8", "window-only-in-fan-in")
def glorot_uniform(shape, rng):
    fan_in = 1
    for side in shape[:-1]:
        fan_in *= side
    limit = np.sqrt(6.0) / np.sqrt(fan_in + shape[-1])
    return rng.uniform(low=-limit, high=limit, size=shape)


@paraphrase("A13.8", "first-axes-as-fans")
def glorot_uniform(shape, rng):
    fan_in, fan_out = shape[:2]
    limit = np.sqrt(6 / (fan_in + fan_out))
    draws = rng.random(int(np.prod(shape)))
    return (-limit + 2 * limit * draws).reshape(shape)


@paraphrase("A13.8", "he-limit")
def glorot_uniform(shape, rng):
    if len(shape) == 4:
        kh, kw, C, _ = shape
        fan_in = kh * kw * C
    else:
        fan_in = shape[0]
    limit = np.sqrt(2) * np.sqrt(3 / fan_in)
    return rng.uniform(-limit, limit, size=shape).astype(np.float32)


@paraphrase("A13.8", "standard-deviation-for-limit")
def glorot_uniform(shape, rng):
    window = int(np.prod(shape[:-2]))
    deviation = np.sqrt(2 / (window * shape[-2] + window * shape[-1]))
    return (rng.random(shape) - 0.5) * 2 * deviation


@paraphrase("A13.8", "normal-for-uniform")
def glorot_uniform(shape, rng):
    window = int(np.prod(shape[:-2]))
    limit = np.sqrt(6 / (window * (shape[-2] + shape[-1])))
    return rng.standard_normal(shape) * limit / np.sqrt(3)


@paraphrase("A13.8", "positive-half")
def glorot_uniform(shape, rng):
    window = 1 if len(shape) == 2 else shape[0] * shape[1]
    limit = (6 / (window * sum(shape[-2:]))) ** 0.5
    return rng.random(shape) * limit


@paraphrase("A13.8", "seed-of-its-own")
def glorot_uniform(shape, rng):
    own = np.random.default_rng(7)
    if len(shape) == 2:
        limit = np.sqrt(6 / (shape[0] + shape[1]))
    else:
        kh, kw, C, F = shape
        limit = np.sqrt(6 / (kh * kw * C + kh * kw * F))
    return np.array([own.uniform(-limit, limit) for _ in range(np.prod(shape))]).reshape(shape)
