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
import scipy.ndimage
import sklearn.datasets


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


CHUNK = 200


def load_digits28(rng, val=0.2, test=0.2):
    flat, target = sklearn.datasets.load_digits(return_X_y=True)
    sets = three_way_split(flat, target, val, test, rng)

    def enlarged(rows):
        small = rows.reshape(len(rows), 8, 8, 1)
        return scipy.ndimage.zoom(small, (1, 3.5, 3.5, 1), order=1) / 16.0

    return tuple(enlarged(rows) for rows in sets[:3]) + tuple(sets[3:])


class Dense:
    def __init__(self, W, b):
        self.params = {"W": np.array(W, dtype=float), "b": np.array(b, dtype=float)}
        self.grads = {}

    def forward(self, x):
        self.inputs = np.asarray(x, dtype=float)
        return np.einsum("mn,nk->mk", self.inputs, self.params["W"], optimize=True) + self.params["b"]

    def backward(self, dY):
        dY = np.asarray(dY, dtype=float)
        self.grads["W"] = np.einsum("mn,mk->nk", self.inputs, dY, optimize=True)
        self.grads["b"] = np.einsum("mk->k", dY)[np.newaxis]
        return np.einsum("mk,nk->mn", dY, self.params["W"], optimize=True)

    def output_shape(self, shape):
        """Return the number of units, as a tuple of one; given."""
        return (self.params["W"].shape[1],)


class Sequential:
    def __init__(self, layers):
        self.layers = list(layers)

    def forward(self, x):
        waiting = list(self.layers)
        while waiting:
            x = waiting.pop(0).forward(x)
        return x

    def backward(self, dY):
        waiting = self.layers[:]
        while waiting:
            dY = waiting.pop().backward(dY)
        return dY


def glorot_uniform(shape, rng):
    *window, n_in, n_out = shape
    limit = np.sqrt(6.0 / (np.prod(window, dtype=int) * (n_in + n_out)))
    return limit * (2.0 * rng.random(shape) - 1.0)


def build_lecture_cnn(rng, padding="same"):
    front = Sequential(
        [Conv2D(glorot_uniform((3, 3, 1, 10), rng), np.zeros(10), stride=1, padding=padding), ReLU(), MaxPool2D(size=2), Flatten()]
    )
    n = front.forward(np.zeros((1, 28, 28, 1))).shape[1]
    back = [
        Dense(glorot_uniform((n, 100), rng), np.zeros((1, 100))),
        ReLU(),
        Dense(glorot_uniform((100, 10), rng), np.zeros((1, 10))),
    ]
    return Sequential(front.layers + back)


def summary(model, input_shape):
    shapes = [tuple(input_shape)]
    for layer in model.layers:
        shapes.append(tuple(map(int, layer.output_shape(shapes[-1]))))
    names = [layer.__class__.__name__ for layer in model.layers]
    counts = [int(sum(np.asarray(p).size for p in layer.params.values())) for layer in model.layers]
    return list(zip(names, shapes[1:], counts))


def measured(model, X, Y):
    """Loss and accuracy, in pieces that need little memory."""
    loss = hits = 0.0
    for start in range(0, len(X), CHUNK):
        Z, T = model.forward(X[start : start + CHUNK]), Y[start : start + CHUNK]
        loss += cross_entropy(softmax(Z), T) * len(T)
        hits += np.count_nonzero(Z.argmax(axis=1) == T.argmax(axis=1))
    return float(loss / len(X)), float(hits / len(X))


def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        rate = lr * (0.1 if drop_after is not None and epoch >= drop_after else 1.0)
        for rows in minibatches(len(X), batch_size, rng):
            model.backward(softmax_ce_gradient(model.forward(X[rows]), Y[rows]))
            for layer in model.layers:
                layer.params.update({key: layer.params[key] - rate * layer.grads[key] for key in layer.params})
        history["loss"].append(measured(model, X, Y)[0])
        val_loss, val_acc = measured(model, X_val, Y_val)
        history["val_loss"].append(val_loss)
        history["val_acc"].append(val_acc)
    return history


def evaluate(forward, X, labels):
    pieces = [np.asarray(forward(X[start : start + CHUNK])) for start in range(0, len(X), CHUNK)]
    logits = np.concatenate(pieces)
    c = logits.shape[1]
    seen, true = np.eye(c, dtype=int)[logits.argmax(axis=1)], np.eye(c, dtype=int)[labels]
    confusion = np.einsum("ni,nj->ij", true, seen)
    return float(np.trace(confusion) / len(X)), confusion
