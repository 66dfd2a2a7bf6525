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
from scipy.ndimage import zoom
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


def load_digits28(rng, val=0.2, test=0.2):
    digits = load_digits()
    images = zoom(digits.images, (1, 3.5, 3.5), order=1) / 16
    rows = images.reshape(len(images), -1)
    *parts, y_tr, y_va, y_te = three_way_split(rows, digits.target, val, test, rng)
    X_tr, X_va, X_te = (part.reshape(len(part), 28, 28, 1) for part in parts)
    return X_tr, X_va, X_te, y_tr, y_va, y_te


class Dense:
    def __init__(self, W, b):
        self.params = {"W": np.array(W, dtype=float), "b": np.array(b, dtype=float)}
        self.grads = {}

    def forward(self, x):
        self.x = np.array(x, dtype=float)
        return self.x @ self.params["W"] + self.params["b"]

    def backward(self, dY):
        dY = np.asarray(dY, dtype=float)
        self.grads = {"W": self.x.T @ dY, "b": dY.sum(axis=0, keepdims=True)}
        return dY @ np.asarray(self.params["W"], dtype=float).T

    def output_shape(self, shape):
        """Return the number of units, as a tuple of one; given."""
        return (self.params["W"].shape[1],)


class Sequential:
    def __init__(self, layers):
        self.layers = list(layers)

    def forward(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def backward(self, dY):
        for layer in reversed(self.layers):
            dY = layer.backward(dY)
        return dY


def glorot_uniform(shape, rng):
    window = int(np.prod(shape[:-2]))
    fan_in, fan_out = window * shape[-2], window * shape[-1]
    limit = np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-limit, limit, shape)


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
    return Sequential(layers)


def summary(model, input_shape):
    table, shape = [], tuple(input_shape)
    for layer in model.layers:
        shape = tuple(int(n) for n in layer.output_shape(shape))
        count = sum(int(np.size(p)) for p in layer.params.values())
        table.append((type(layer).__name__, shape, count))
    return table


def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        rate = lr
        if drop_after is not None and epoch >= drop_after:
            rate = 0.1 * lr
        for rows in minibatches(len(X), batch_size, rng):
            logits = model.forward(X[rows])
            model.backward(softmax_ce_gradient(logits, Y[rows]))
            for layer in model.layers:
                for name in layer.params:
                    layer.params[name] = layer.params[name] - rate * layer.grads[name]
        history["loss"].append(cross_entropy(softmax(model.forward(X)), Y))
        logits = model.forward(X_val)
        history["val_loss"].append(cross_entropy(softmax(logits), Y_val))
        hits = np.argmax(logits, axis=1) == np.argmax(Y_val, axis=1)
        history["val_acc"].append(float(np.mean(hits)))
    return history


def evaluate(forward, X, labels):
    logits = np.asarray(forward(X))
    c = logits.shape[1]
    seen = np.argmax(logits, axis=1)
    confusion = np.zeros((c, c), dtype=int)
    np.add.at(confusion, (labels, seen), 1)
    return float(np.mean(seen == labels)), confusion
