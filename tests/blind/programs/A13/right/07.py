import functools
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


def as_images(function):
    """Give the first three results the shape of images."""

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        sets = function(*args, **kwargs)
        return tuple(np.reshape(rows, (-1, 28, 28, 1)) for rows in sets[:3]) + tuple(sets[3:])

    return wrapper


@as_images
def load_digits28(rng, val=0.2, test=0.2):
    images = (digits := load_digits()).images
    big = zoom(images * 0.0625, (1, 3.5, 3.5), order=1)
    return three_way_split(np.clip(big, 0, 1).reshape(-1, 784), digits.target, val=val, test=test, rng=rng)


class Dense:
    def __init__(self, W, b):
        self.params = {"W": np.array(W, dtype=float), "b": np.array(b, dtype=float)}
        self.grads = {}

    def forward(self, x):
        self.x = x = np.asarray(x)
        out = np.empty((x.shape[0], self.params["W"].shape[1]))
        np.matmul(x, self.params["W"], out=out)
        out += self.params["b"]
        return out

    def backward(self, dY):
        dY = np.asarray(dY).astype(float)
        self.grads["W"] = np.matmul(self.x.astype(float).swapaxes(0, 1), dY)
        self.grads["b"] = np.ones((1, len(dY))) @ dY
        return np.matmul(dY, np.asarray(self.params["W"]).swapaxes(0, 1))

    def output_shape(self, shape):
        """Return the number of units, as a tuple of one; given."""
        return (self.params["W"].shape[1],)


class Sequential:
    def __init__(self, layers):
        self.layers = list(layers)

    def forward(self, x):
        steps = [layer.forward for layer in self.layers]
        for step in steps:
            x = step(x)
        return x

    def backward(self, dY):
        i = len(self.layers)
        while (i := i - 1) >= 0:
            dY = self.layers[i].backward(dY)
        return dY


def glorot_uniform(shape, rng):
    size = np.array(shape)
    window = size[:-2].prod() if len(size) > 2 else 1
    limit = np.sqrt(6 / (window * size[-2:].sum()))
    weights = np.zeros(shape)
    weights += rng.uniform(0, 2 * limit, shape)
    weights -= limit
    return weights


def build_lecture_cnn(rng, padding="same"):
    def start(*shape, flat=False):
        return glorot_uniform(shape, rng), np.zeros(shape[-1]) if flat else np.zeros((1, shape[-1]))

    out = 28 - (0 if padding.lower() == "same" else 2)
    return Sequential(
        (
            Conv2D(*start(3, 3, 1, 10, flat=True), padding=padding),
            ReLU(),
            MaxPool2D(2),
            Flatten(),
            Dense(*start((half := out // 2) * half * 10, 100)),
            ReLU(),
            Dense(*start(100, 10)),
        )
    )


def summary(model, input_shape):
    shape = input_shape
    return [
        (type(layer).__name__, shape := tuple(layer.output_shape(shape)), sum([v.size for v in layer.params.values()]))
        for layer in model.layers
    ]


def descend(layers, rate):
    for layer in layers:
        for name, value in list(layer.params.items()):
            if isinstance(value, np.ndarray) and value.dtype == float:
                value -= rate * layer.grads[name]
            else:
                layer.params[name] = value - rate * layer.grads[name]


def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {key: [] for key in ("loss", "val_loss", "val_acc")}
    epoch = -1
    while (epoch := epoch + 1) < epochs:
        dropped = drop_after is not None and epoch >= drop_after
        for rows in minibatches(len(X), batch_size, rng):
            model.backward(softmax_ce_gradient(model.forward(X[rows]), Y[rows]))
            descend(model.layers, lr / 10 if dropped else lr)
        history["loss"].append(cross_entropy(softmax(model.forward(X)), Y))
        history["val_loss"].append(cross_entropy(softmax(Z := model.forward(X_val)), Y_val))
        history["val_acc"].append((Z.argmax(axis=1) == Y_val.argmax(axis=1)).mean())
    return history


def evaluate(forward, X, labels):
    c = (logits := np.asarray(forward(X))).shape[1]
    labels = np.array(labels, dtype=int)
    seen = logits.argmax(axis=1)
    confusion = np.zeros((c, c), dtype=int)
    for i in range(c):
        for j in range(c):
            confusion[i, j] = np.count_nonzero((labels == i) & (seen == j))
    return np.mean(seen == labels), confusion
