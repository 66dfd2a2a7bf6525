import math
import sys
from collections import Counter
from functools import partial, reduce
from itertools import accumulate

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


enlarge = partial(zoom, zoom=[1, 3.5, 3.5], order=1)


def load_digits28(rng, val=0.2, test=0.2):
    X, y = load_digits(return_X_y=True)
    pictures = enlarge(X.reshape(-1, 8, 8)).reshape(len(X), -1)
    sets = three_way_split(pictures, y, val, test, rng)
    return tuple((part / 16).reshape(-1, 28, 28, 1) if part.ndim == 2 else part for part in sets)


class Dense:
    def __init__(self, W, b):
        self.params = {"W": np.array(W, dtype=float), "b": np.array(b, dtype=float)}
        self.grads = {}

    def forward(self, x):
        self.x1 = np.hstack([np.asarray(x, dtype=float), np.ones((len(x), 1))])
        return self.x1 @ np.vstack([self.params["W"], self.params["b"]])

    def backward(self, dY):
        dY = np.asarray(dY, dtype=float)
        both = self.x1.T @ dY
        self.grads = {"W": both[:-1], "b": both[-1:]}
        return (self.params["W"] @ dY.T).T

    def output_shape(self, shape):
        """Return the number of units, as a tuple of one; given."""
        return (self.params["W"].shape[1],)


class Sequential:
    def __init__(self, layers):
        self.layers = list(layers)

    def forward(self, x):
        return reduce(lambda value, layer: layer.forward(value), self.layers, x)

    def backward(self, dY):
        return reduce(lambda value, layer: layer.backward(value), self.layers[::-1], dY)


def glorot_uniform(shape, rng):
    fans = math.prod(shape[:-1]) + math.prod(shape[:-2]) * shape[-1]
    return rng.uniform(-1, 1, math.prod(shape)).reshape(shape) * math.sqrt(6 / fans)


def build_lecture_cnn(rng, padding="same"):
    draw = partial(glorot_uniform, rng=rng)
    first = [Conv2D(draw((3, 3, 1, 10)), np.zeros(10), padding=padding), ReLU(), MaxPool2D(2), Flatten()]
    (n,) = reduce(lambda shape, layer: layer.output_shape(shape), first, (28, 28, 1))
    sizes = [n, 100, 10]
    one, two = (Dense(draw((a, b)), np.zeros((1, b))) for a, b in zip(sizes, sizes[1:]))
    return Sequential([*first, one, ReLU(), two])


def summary(model, input_shape):
    shapes = accumulate(model.layers, lambda shape, layer: layer.output_shape(shape), initial=input_shape)
    next(shapes)
    return [
        (type(layer).__name__, tuple(shape), sum(math.prod(np.shape(p)) for p in layer.params.values()))
        for layer, shape in zip(model.layers, shapes)
    ]


def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    def loss_of(Z, T):
        # log of a sum of exponentials, exact for logits of any size
        return float(np.mean(np.logaddexp.reduce(Z, axis=1) - np.sum(Z * T, axis=1)))

    last = epochs if drop_after is None else drop_after
    loss, val_loss, val_acc = [], [], []
    for epoch in range(epochs):
        rate = (lr, 0.1 * lr)[epoch >= last]
        for rows in minibatches(len(X), batch_size, rng):
            model.backward(softmax_ce_gradient(model.forward(X[rows]), Y[rows]))
            for layer in model.layers:
                layer.params = {name: value - rate * layer.grads[name] for name, value in layer.params.items()}
        loss += [loss_of(model.forward(X), Y)]
        Z = model.forward(X_val)
        val_loss += [loss_of(Z, Y_val)]
        val_acc += [float(np.mean([t[z.argmax()] == 1 for z, t in zip(Z, Y_val)]))]
    return dict(loss=loss, val_loss=val_loss, val_acc=val_acc)


def evaluate(forward, X, labels):
    logits = np.asarray(forward(X))
    pairs = Counter(zip((int(label) for label in labels), (int(row.argmax()) for row in logits)))
    c = logits.shape[1]
    confusion = np.array([[pairs[i, j] for j in range(c)] for i in range(c)], dtype=int)
    return sum(pairs[i, i] for i in range(c)) / len(labels), confusion
