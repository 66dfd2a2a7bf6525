"""Correct implementations of A13 that differ from the reference in algorithm or dtype: all get full marks."""

import numpy as np
from a13_cnn import *

from autograder.checks import alternative


@alternative("A13.1", "single precision, image by image")
def load_digits28(rng, val=0.2, test=0.2):
    from scipy import ndimage
    from sklearn import datasets

    images, labels = datasets.load_digits(return_X_y=True)
    large = [ndimage.zoom(one.reshape(8, 8) / 16, 3.5, order=1) for one in images]
    rows = np.array(large, dtype=np.float32).reshape(len(large), 784)
    parts = three_way_split(rows, labels, val, test, rng)
    pictures = [X.reshape(len(X), 28, 28)[..., np.newaxis] for X in parts[:3]]
    return *pictures, *parts[3:]


@alternative("A13.1", "row numbers are split, pixels are interpolated by hand")
def load_digits28(rng, val=0.2, test=0.2):
    from sklearn.datasets import load_digits

    digits = load_digits()
    place = np.arange(28) * 7 / 27
    low = np.minimum(place.astype(int), 6)
    weight = place - low
    lines = (
        digits.images[:, low] * (1 - weight)[:, None] + digits.images[:, low + 1] * weight[:, None]
    )
    X = (lines[:, :, low] * (1 - weight) + lines[:, :, low + 1] * weight)[..., None] / 16
    numbers = np.arange(len(X)).reshape(-1, 1)
    *rows, y_tr, y_va, y_te = three_way_split(numbers, digits.target, val, test, rng)
    return *(X[one[:, 0]] for one in rows), y_tr, y_va, y_te


@alternative("A13.2", "bias as the weight of a constant input")
class Dense(Dense):
    def forward(self, x):
        self.ones = np.hstack([x, np.ones((len(x), 1))])
        return self.ones @ np.vstack([self.params["W"], self.params["b"]])

    def backward(self, dY):
        slopes = self.ones.T @ dY
        self.grads = {"W": slopes[:-1], "b": slopes[-1:]}
        return dY @ self.params["W"].T


@alternative("A13.2", "row by row, slopes written into one dict")
class Dense(Dense):
    def forward(self, x):
        self.rows = [np.asarray(row) for row in x]
        return np.array([row @ self.params["W"] + self.params["b"][0] for row in self.rows])

    def backward(self, dY):
        self.grads["W"] = sum(np.outer(row, d) for row, d in zip(self.rows, dY, strict=True))
        self.grads["b"] = np.sum(dY, axis=0).reshape(1, -1)
        return np.einsum("mk,nk->mn", dY, self.params["W"])


@alternative("A13.2", "single precision")
class Dense(Dense):
    def forward(self, x):
        self.x = np.asarray(x, np.float32)
        return self.x @ self.params["W"].astype(np.float32) + self.params["b"].astype(np.float32)

    def backward(self, dY):
        dY = np.asarray(dY, np.float32)
        self.grads = {"W": self.x.T @ dY, "b": dY.sum(0, keepdims=True)}
        return dY @ self.params["W"].T.astype(np.float32)


@alternative("A13.3", "by recursion")
class Sequential(Sequential):
    def forward(self, x):
        def run(place, value):
            if place == len(self.layers):
                return value
            return run(place + 1, self.layers[place].forward(value))

        return run(0, x)

    def backward(self, dY):
        def run(place, value):
            return value if place < 0 else run(place - 1, self.layers[place].backward(value))

        return run(len(self.layers) - 1, dY)


@alternative("A13.3", "by functools.reduce, with all activations kept")
class Sequential(Sequential):
    def forward(self, x):
        self.activations = [x]
        for layer in self.layers:
            self.activations.append(layer.forward(self.activations[-1]))
        return self.activations[-1]

    def backward(self, dY):
        import functools

        return functools.reduce(lambda d, layer: layer.backward(d), self.layers[::-1], dY)


@alternative("A13.4", "sizes taken from the layers themselves")
def build_lecture_cnn(rng, padding="same"):
    layers = [
        Conv2D(glorot_uniform((3, 3, 1, 10), rng), np.zeros(10), 1, padding),
        ReLU(),
        MaxPool2D(),
        Flatten(),
    ]
    shape = (28, 28, 1)
    for layer in layers:
        shape = layer.output_shape(shape)
    sizes = [*shape, 100, 10]
    for n, k in zip(sizes[:-1], sizes[1:], strict=True):
        layers += [Dense(glorot_uniform((n, k), rng), np.zeros((1, k))), ReLU()]
    return Sequential(layers[:-1])


@alternative("A13.4", "weights drawn from the last layer to the first, in single precision")
def build_lecture_cnn(rng, padding="same"):
    inputs = {"same": 1960, "valid": 1690}[padding]
    last, middle, first = (
        glorot_uniform(shape, rng).astype(np.float32)
        for shape in ((100, 10), (inputs, 100), (3, 3, 1, 10))
    )
    model = Sequential([Dense(middle, np.zeros((1, 100))), ReLU(), Dense(last, np.zeros((1, 10)))])
    model.layers[:0] = [Conv2D(first, [0] * 10, padding=padding), ReLU(), MaxPool2D(2), Flatten()]
    return model


@alternative("A13.5", "shapes measured on one blank image")
def summary(model, input_shape):
    table, x = [], np.zeros((1, *input_shape))
    for layer in model.layers:
        x = layer.forward(x)
        count = 0
        for array in layer.params.values():
            count += int(np.prod(np.shape(array)))
        table.append((layer.__class__.__name__, x.shape[1:], count))
    return table


@alternative("A13.5", "lists for tuples, NumPy integers")
def summary(model, input_shape):
    shapes = [tuple(input_shape)]
    for layer in model.layers:
        shapes.append(layer.output_shape(shapes[-1]))
    counts = [
        np.sum([np.size(one) for one in layer.params.values()], dtype=int) for layer in model.layers
    ]
    names = [type(layer).__name__ for layer in model.layers]
    return [
        (name, shape, count) for name, shape, count in zip(names, shapes[1:], counts, strict=True)
    ]


@alternative("A13.6", "parameters moved in place, rate kept in a variable")
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    losses, val_losses, accuracies = [], [], []
    for epoch in range(epochs):
        if epoch == drop_after:
            lr = lr / 10
        for rows in minibatches(len(X), batch_size, rng):
            error = (softmax(model.forward(X[rows])) - Y[rows]) / len(rows)
            model.backward(error)
            for layer in model.layers:
                for name in layer.params:
                    layer.params[name] -= lr * layer.grads[name]
        A, A_val = softmax(model.forward(X)), softmax(model.forward(X_val))
        losses.append(-float(np.mean(np.log(np.sum(A * Y, axis=1)))))
        val_losses.append(cross_entropy(A_val, Y_val))
        accuracies.append(float(np.mean(Y_val[np.arange(len(Y_val)), A_val.argmax(axis=1)])))
    return {"loss": losses, "val_loss": val_losses, "val_acc": accuracies}


@alternative("A13.6", "measured in pieces, logsumexp for the loss, new dicts of parameters")
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    def logits(images):
        return np.concatenate([model.forward(images[i : i + 4]) for i in range(0, len(images), 4)])

    def loss(Z, T):
        top = Z.max(axis=1, keepdims=True)
        return np.mean(top[:, 0] + np.log(np.exp(Z - top).sum(axis=1)) - (Z * T).sum(axis=1))

    history = {"epochs": epochs, "loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        factor = 0.1 if drop_after is not None and epoch >= drop_after else 1.0
        for rows in minibatches(len(X), batch_size, rng):
            model.backward(softmax_ce_gradient(model.forward(X[rows]), Y[rows]))
            for layer in model.layers:
                layer.params = {
                    name: value - factor * lr * layer.grads[name]
                    for name, value in layer.params.items()
                }
        Z_val = logits(X_val)
        history["loss"].append(loss(logits(X), Y))
        history["val_loss"].append(loss(Z_val, Y_val))
        history["val_acc"].append(np.mean(Z_val.argmax(1) == Y_val.argmax(1)))
    return history


@alternative("A13.7", "histogram of pairs, batches of four")
def evaluate(forward, X, labels):
    Z = np.concatenate([forward(X[i : i + 4]) for i in range(0, len(X), 4)])
    c = Z.shape[1]
    pairs = np.asarray(labels, dtype=int) * c + Z.argmax(axis=1)
    confusion = np.bincount(pairs, minlength=c * c).reshape(c, c)
    return np.trace(confusion) / len(X), confusion


@alternative("A13.7", "one-hot matrix product, by way of softmax")
def evaluate(forward, X, labels):
    A = softmax(forward(X))
    seen = np.eye(A.shape[1], dtype=int)[A.argmax(axis=1)]
    true = np.eye(A.shape[1], dtype=int)[labels]
    return float((seen * true).sum() / len(labels)), true.T @ seen


@alternative("A13.8", "stretched from the unit interval, single precision")
def glorot_uniform(shape, rng):
    window = int(np.prod(shape[:-2]))
    limit = (6 / (window * (shape[-2] + shape[-1]))) ** 0.5
    return ((2 * rng.random(shape) - 1) * limit).astype(np.float32)


@alternative("A13.8", "number by number")
def glorot_uniform(shape, rng):
    if len(shape) == 2:
        fan_in, fan_out = shape
    else:
        kh, kw, C, F = shape
        fan_in, fan_out = kh * kw * C, kh * kw * F
    limit = np.sqrt(6.0 / (fan_in + fan_out))
    return np.array([rng.uniform(-limit, limit) for _ in range(np.prod(shape))]).reshape(shape)
