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
import scipy.ndimage as ndi
from scipy import sparse, stats
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
    X = np.zeros((1797, 28, 28, 1))
    ndi.zoom(digits.images, (1, 3.5, 3.5), output=X[..., 0], order=1)
    X *= 1 / 16
    which, names = np.arange(1797.0)[:, None], digits.target
    split = three_way_split(which, names, val, test, rng)
    rows = [part.ravel().astype(int) for part in split[:3]]
    return X[rows[0]], X[rows[1]], X[rows[2]], names[rows[0]], names[rows[1]], names[rows[2]]


class Dense:
    def __init__(self, W, b):
        self.params = {"W": np.array(W, dtype=float), "b": np.array(b, dtype=float)}
        self.grads = {}

    def forward(self, x):
        self.last = np.asfortranarray(x, dtype=float)
        return np.tensordot(self.last, self.params["W"], axes=1) + np.reshape(self.params["b"], (1, -1))

    def backward(self, dY):
        dY = np.ascontiguousarray(dY, dtype=float)
        dW = np.tensordot(self.last, dY, axes=(0, 0))
        db = np.add.reduce(dY, axis=0, keepdims=True)
        self.grads.clear()
        self.grads.update(W=dW, b=db)
        return np.tensordot(dY, self.params["W"], axes=(1, 1))

    def output_shape(self, shape):
        """Return the number of units, as a tuple of one; given."""
        return (self.params["W"].shape[1],)


class Sequential:
    def __init__(self, layers):
        self.layers = list(layers)

    def forward(self, x):
        first, *others = self.layers
        y = first.forward(x)
        for layer in others:
            y = layer.forward(y)
        return y

    def backward(self, dY):
        *others, last = self.layers
        dX = last.backward(dY)
        for k in range(1, len(others) + 1):
            dX = others[-k].backward(dX)
        return dX


def glorot_uniform(shape, rng):
    area = 1 if len(shape) == 2 else shape[0] * shape[1]
    limit = np.sqrt(6 / (area * (shape[-1] + shape[-2])))
    return stats.uniform(loc=-limit, scale=2 * limit).rvs(size=shape, random_state=rng)


def build_lecture_cnn(rng, padding="same"):
    layers = []
    layers.append(Conv2D(glorot_uniform((3, 3, 1, 10), rng), np.zeros(10), stride=1, padding=padding))
    layers.append(ReLU())
    layers.append(MaxPool2D(size=2))
    layers.append(Flatten())
    inputs = summary(Sequential(layers), (28, 28, 1))[-1][1][0]
    layers.append(Dense(glorot_uniform((inputs, 100), rng), np.zeros((1, 100))))
    layers.append(ReLU())
    layers.append(Dense(glorot_uniform((100, 10), rng), np.zeros((1, 10))))
    return Sequential(layers)


def summary(model, input_shape):
    names, shapes, counts = [], [], []
    shape = input_shape
    for layer in model.layers:
        shape = layer.output_shape(shape)
        names.append(type(layer).__name__)
        shapes.append(tuple(shape))
        counts.append(int(np.sum([np.size(v) for v in layer.params.values()], dtype=int)))
    return [(a, b, c) for a, b, c in zip(names, shapes, counts)]


def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    def curve_point():
        Z = model.forward(X_val)
        p = np.sum(softmax(Z) * Y_val, axis=1)
        q = np.sum(softmax(model.forward(X)) * Y, axis=1)
        loss, val_loss = (-np.log(np.clip(a, 1e-12, 1 - 1e-12)).mean() for a in (q, p))
        return float(loss), float(val_loss), float(np.mean(Z.argmax(1) == np.argmax(Y_val, 1)))

    points = np.empty((epochs, 3))
    for epoch in range(epochs):
        rate = lr
        if drop_after is not None:
            rate *= np.where(epoch >= drop_after, 0.1, 1.0)
        for rows in minibatches(len(X), batch_size, rng):
            Z = model.forward(X[rows])
            dZ = (softmax(Z) - Y[rows]) / len(rows)
            model.backward(dZ)
            for layer in model.layers:
                for name in layer.params.keys():
                    layer.params[name] = np.subtract(layer.params[name], rate * layer.grads[name])
        points[epoch] = curve_point()
    return {"loss": points[:, 0].tolist(), "val_loss": points[:, 1].tolist(), "val_acc": points[:, 2].tolist()}


def evaluate(forward, X, labels):
    logits = np.asarray(forward(X))
    m, c = logits.shape
    seen = logits.argmax(axis=1)
    where = (np.asarray(labels, dtype=np.intp), seen)
    confusion = sparse.coo_matrix((np.ones(m, dtype=int), where), shape=(c, c)).toarray()
    return confusion.trace() / m, confusion
