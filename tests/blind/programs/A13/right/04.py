import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a05_data_and_batches import three_way_split
from a07_matrix_form import forward as linear_forward
from a07_matrix_form import linear_backward
from a09_minibatch_softmax import cross_entropy, minibatches, softmax, softmax_ce_gradient
from a11_convolution_2d import conv2d_backward, conv2d_forward
from a12_pooling_activations import ReLU as Rectifier
from a12_pooling_activations import max_pool_backward, max_pool_forward
from scipy import ndimage
from sklearn.datasets import load_digits


def center(train, *others):
    """Return the arrays, each less the mean over all entries of the first one; given."""
    mean = np.mean(train)
    return tuple(X - mean for X in (train, *others))


class Conv2D:
    """A convolutional layer around A11's functions; given.

    Parameters are ``K`` (kh, kw, C, F) and ``b`` (F,), copied.
    """

    def __init__(self, K, b, stride=1, padding="valid"):
        self.params = {"K": np.array(K, dtype=float), "b": np.array(b, dtype=float)}
        self.grads = {}
        self.stride, self.padding = stride, padding

    def forward(self, x):
        """Return the feature maps (N, oh, ow, F) of images (N, H, W, C)."""
        K, b = self.params["K"], self.params["b"]
        Y, self.cache = conv2d_forward(x, K, b, self.stride, self.padding)
        return Y

    def backward(self, dY):
        """Return the derivative with respect to the input; leave those of ``K`` and ``b`` in ``grads``."""
        dX, dK, db = conv2d_backward(dY, self.cache)
        self.grads = {"K": dK, "b": db}
        return dX

    def output_shape(self, shape):
        """Return the shape (oh, ow, F) that an image of shape (H, W, C) gets."""
        kh, kw, _, filters = self.params["K"].shape
        return (*windows(shape, (kh, kw), self.stride, self.padding), filters)


class MaxPool2D:
    """A max pooling layer around A12's functions; given."""

    def __init__(self, size=2, stride=None, padding="valid"):
        self.params = {}
        self.grads = {}
        self.size, self.stride, self.padding = size, stride or size, padding

    def forward(self, x):
        """Return the maxima (N, oh, ow, C) of images (N, H, W, C)."""
        Y, self.cache = max_pool_forward(x, self.size, self.stride, self.padding)
        return Y

    def backward(self, dY):
        """Return the derivative with respect to the input."""
        return max_pool_backward(dY, self.cache)

    def output_shape(self, shape):
        """Return the shape (oh, ow, C) that an image of shape (H, W, C) gets."""
        return (*windows(shape, (self.size, self.size), self.stride, self.padding), shape[2])


class ReLU(Rectifier):
    """A12's layer, which also tells the shape of its output; given."""

    def output_shape(self, shape):
        """Return the shape unchanged."""
        return tuple(shape)


class Flatten:
    """A layer that writes each image as one row; given."""

    def __init__(self):
        self.params = {}
        self.grads = {}

    def forward(self, x):
        """Return images (N, H, W, C) as rows (N, H * W * C), in C order."""
        self.shape = x.shape
        return x.reshape(len(x), -1)

    def backward(self, dY):
        """Return the rows as images again."""
        return dY.reshape(self.shape)

    def output_shape(self, shape):
        """Return the length of a row, as a tuple of one."""
        return (int(np.prod(shape)),)


def windows(shape, window, stride, padding):
    """Return how many windows fit along the height and the width of an image; given."""
    if padding.lower() == "same":
        return tuple(-(-side // stride) for side in shape[:2])
    return tuple((n - k) // stride + 1 for n, k in zip(shape[:2], window, strict=True))


class Templates:
    """Softmax regression on images, as a network of one layer; given.

    Parameters are the pictures ``T`` (c, H, W, C) and the biases ``b`` (c,), copied.
    """

    def __init__(self, T, b):
        self.params = {"T": np.array(T, dtype=float), "b": np.array(b, dtype=float)}
        self.grads = {}
        self.layers = [self]

    def forward(self, x):
        """Return the logits (N, c) of images (N, H, W, C)."""
        self.x = x
        return np.tensordot(x, self.params["T"], axes=((1, 2, 3), (1, 2, 3))) + self.params["b"]

    def backward(self, dY):
        """Return the derivative with respect to the input; leave those of ``T`` and ``b`` in ``grads``."""
        self.grads = {"T": np.tensordot(dY, self.x, axes=(0, 0)), "b": np.sum(dY, axis=0)}
        return np.tensordot(dY, self.params["T"], axes=1)

    def output_shape(self, shape):
        """Return the number of classes, as a tuple of one."""
        return (len(self.params["b"]),)


class Digits:
    """The enlarged images and their labels."""

    def __init__(self):
        raw = load_digits()
        self.labels = raw.target
        self.images = np.stack([ndimage.zoom(image, (3.5, 3.5), order=1) for image in raw.images]) / 16

    def split(self, val, test, rng):
        table = self.images.reshape(len(self.images), 28 * 28)
        X_tr, X_va, X_te, y_tr, y_va, y_te = three_way_split(table, self.labels, val, test, rng)
        return self.shaped(X_tr), self.shaped(X_va), self.shaped(X_te), y_tr, y_va, y_te

    @staticmethod
    def shaped(table):
        return table.reshape(len(table), 28, 28)[..., np.newaxis]


def load_digits28(rng, val=0.2, test=0.2):
    return Digits().split(val, test, rng)


class Dense:
    def __init__(self, W, b):
        self.params = {"W": np.array(W, dtype=float), "b": np.array(b, dtype=float)}
        self.grads = {}

    def forward(self, x):
        x = np.array(x, dtype=float)

        def slopes(dY):
            return {"W": np.dot(x.T, dY), "b": np.sum(dY, axis=0).reshape(1, -1)}

        self._slopes = slopes
        return np.dot(x, self.params["W"]) + self.params["b"]

    def backward(self, dY):
        dY = np.array(dY, dtype=float)
        self.grads = self._slopes(dY)
        return np.dot(dY, np.transpose(self.params["W"]))

    def output_shape(self, shape):
        """Return the number of units, as a tuple of one; given."""
        return (self.params["W"].shape[1],)


class Sequential:
    def __init__(self, layers):
        self.layers = list(layers)

    def _walk(self, value, method, layers):
        for layer in layers:
            value = getattr(layer, method)(value)
        return value

    def forward(self, x):
        return self._walk(x, "forward", self.layers)

    def backward(self, dY):
        return self._walk(dY, "backward", reversed(self.layers))


class Glorot:
    def __init__(self, shape):
        self.shape = tuple(shape)
        field = 1
        for side in self.shape[:-2]:
            field *= side
        self.fan_in = field * self.shape[-2]
        self.fan_out = field * self.shape[-1]

    @property
    def limit(self):
        return np.sqrt(6) / np.sqrt(self.fan_in + self.fan_out)

    def draw(self, rng):
        return rng.uniform(-self.limit, self.limit, self.shape)


def glorot_uniform(shape, rng):
    return Glorot(shape).draw(rng)


class Builder:
    def __init__(self, rng, shape):
        self.rng, self.shape, self.layers = rng, shape, []

    def add(self, layer):
        self.shape = layer.output_shape(self.shape)
        self.layers.append(layer)
        return self

    def conv(self, filters, side, padding):
        K = glorot_uniform((side, side, self.shape[-1], filters), self.rng)
        return self.add(Conv2D(K, np.zeros(filters), padding=padding))

    def dense(self, units):
        return self.add(Dense(glorot_uniform((self.shape[0], units), self.rng), np.zeros((1, units))))


def build_lecture_cnn(rng, padding="same"):
    builder = Builder(rng, (28, 28, 1)).conv(10, 3, padding).add(ReLU()).add(MaxPool2D(2)).add(Flatten())
    return Sequential(builder.dense(100).add(ReLU()).dense(10).layers)


def summary(model, input_shape):
    def lines(shape):
        for layer in model.layers:
            shape = layer.output_shape(shape)
            yield type(layer).__name__, tuple(shape), sum(np.ravel(p).size for p in layer.params.values())

    return list(lines(input_shape))


class Trainer:
    def __init__(self, model, lr, drop_after):
        self.model, self.lr, self.drop_after = model, lr, drop_after

    def rate(self, epoch):
        dropped = self.drop_after is not None and self.drop_after <= epoch
        return self.lr * 0.1 if dropped else self.lr

    def step(self, X, Y, rate):
        self.model.backward(softmax_ce_gradient(self.model.forward(X), Y))
        for layer in self.model.layers:
            for key, slope in layer.grads.items():
                layer.params[key] = layer.params[key] - rate * slope

    def look(self, X, Y):
        Z = self.model.forward(X)
        return cross_entropy(softmax(Z), Y), float(np.mean(np.argmax(Z, 1) == np.argmax(Y, 1)))


def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    trainer = Trainer(model, lr, drop_after)
    rows_of_history = []
    for epoch in range(epochs):
        for rows in minibatches(len(X), batch_size, rng):
            trainer.step(X[rows], Y[rows], trainer.rate(epoch))
        loss, _ = trainer.look(X, Y)
        rows_of_history.append((loss, *trainer.look(X_val, Y_val)))
    return {name: [row[i] for row in rows_of_history] for i, name in enumerate(("loss", "val_loss", "val_acc"))}


class Confusion:
    def __init__(self, c):
        self.table = np.zeros((c, c), dtype=int)

    def count(self, true, seen):
        self.table[true, seen] += 1

    @property
    def accuracy(self):
        return float(self.table.diagonal().sum() / self.table.sum())


def evaluate(forward, X, labels):
    logits = np.asarray(forward(X))
    confusion = Confusion(logits.shape[-1])
    for true, seen in zip(labels, logits.argmax(axis=-1)):
        confusion.count(int(true), int(seen))
    return confusion.accuracy, confusion.table
