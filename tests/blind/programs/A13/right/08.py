import sys
from collections import OrderedDict, deque, namedtuple

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


Digits28 = namedtuple("Digits28", "X_tr X_va X_te y_tr y_va y_te")
LayerInfo = namedtuple("LayerInfo", ["name", "shape", "parameters"])
Score = namedtuple("Score", ["accuracy", "confusion"])


def load_digits28(rng, val=0.2, test=0.2):
    small, y = load_digits(return_X_y=True)
    X_tr, X_va, X_te, *labels = three_way_split(small, y, val, test, rng)
    big = []
    for part in (X_tr, X_va, X_te):
        cube = zoom(part.reshape(-1, 8, 8), (1.0, 3.5, 3.5), order=1)
        big.append(np.expand_dims(cube, axis=3) / 16)
    return Digits28(*big, *labels)


class Dense:
    def __init__(self, W, b):
        self.params = {"W": np.array(W, dtype=float), "b": np.array(b, dtype=float)}
        self.grads = {}

    def forward(self, x):
        self.memory = deque([np.array(x, dtype=float)], maxlen=1)
        return np.inner(self.memory[0], np.transpose(self.params["W"])) + self.params["b"]

    def backward(self, dY):
        (x,) = self.memory
        dY = np.array(dY, dtype=float)
        self.grads = {
            "W": np.inner(x.T, dY.T),
            "b": np.array([[column.sum() for column in dY.T]]),
        }
        return np.inner(dY, self.params["W"])

    def output_shape(self, shape):
        """Return the number of units, as a tuple of one; given."""
        return (self.params["W"].shape[1],)


class Sequential:
    def __init__(self, layers):
        self.layers = list(layers)

    def forward(self, x):
        queue = deque(self.layers)
        while queue:
            x = queue.popleft().forward(x)
        return x

    def backward(self, dY):
        queue = deque(self.layers)
        while queue:
            dY = queue.pop().backward(dY)
        return dY


def glorot_uniform(shape, rng):
    Fans = namedtuple("Fans", "enter leave")
    if len(shape) == 4:
        kh, kw, C, F = shape
        fans = Fans(kh * kw * C, kh * kw * F)
    else:
        fans = Fans(*shape)
    limit = np.sqrt(6 / (fans.enter + fans.leave))
    columns = [rng.uniform(-limit, limit, shape[:-1]) for _ in range(shape[-1])]
    return np.stack(columns, axis=-1)


def build_lecture_cnn(rng, padding="same"):
    inputs = {"same": 1960, "valid": 1690}[padding.lower()]
    K, W1, W2 = (glorot_uniform(shape, rng) for shape in [(3, 3, 1, 10), (inputs, 100), (100, 10)])
    b, b1, b2 = np.zeros((10,)), np.zeros((1, 100)), np.zeros((1, 10))
    return Sequential([Conv2D(K, b, 1, padding), ReLU(), MaxPool2D(2, 2), Flatten(), Dense(W1, b1), ReLU(), Dense(W2, b2)])


def summary(model, input_shape):
    table = [LayerInfo("input", tuple(input_shape), 0)]
    for layer in model.layers:
        count = 0
        for value in layer.params.values():
            count += value.size
        table.append(LayerInfo(type(layer).__name__, tuple(layer.output_shape(table[-1].shape)), count))
    return table[1:]


def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    rates = np.full(epochs, lr, dtype=float)
    if drop_after is not None:
        rates[drop_after:] *= 0.1
    history = OrderedDict((("loss", []), ("val_loss", []), ("val_acc", [])))
    wanted = np.argmax(Y_val, axis=1)
    for rate in rates:
        for rows in minibatches(len(X), batch_size, rng):
            logits = model.forward(np.take(X, rows, axis=0))
            model.backward(softmax_ce_gradient(logits, np.take(Y, rows, axis=0)))
            steps = [(layer, name, -rate * layer.grads[name]) for layer in model.layers for name in layer.params]
            for layer, name, step in steps:
                layer.params[name] = layer.params[name] + step
        for name, images, targets in (("loss", X, Y), ("val_loss", X_val, Y_val)):
            history[name].append(cross_entropy(softmax(model.forward(images)), targets))
        history["val_acc"].append(evaluate(model.forward, X_val, wanted).accuracy)
    return history


def evaluate(forward, X, labels):
    logits = np.asarray(forward(X))
    c = logits.shape[1]
    seen = np.argmax(logits, axis=1)
    edges = np.arange(c + 1) - 0.5
    counts, _, _ = np.histogram2d(labels, seen, bins=(edges, edges))
    confusion = np.rint(counts).astype(int)
    return Score(float(np.diag(confusion).sum() / confusion.sum()), confusion)
