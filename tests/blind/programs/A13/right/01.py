import math
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
from sklearn import datasets


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
    data = datasets.load_digits()
    big = np.empty((len(data.images), 28, 28, 1))
    for i in range(len(data.images)):
        big[i, :, :, 0] = ndimage.zoom(data.images[i], 3.5, order=1)
        big[i] /= 16
    numbers = np.arange(len(big)).reshape(-1, 1)
    tr, va, te, y_tr, y_va, y_te = three_way_split(numbers, data.target, val, test, rng)
    return big[tr[:, 0]], big[va[:, 0]], big[te[:, 0]], y_tr, y_va, y_te


class Dense:
    def __init__(self, W, b):
        self.params = {"W": np.array(W, dtype=float), "b": np.array(b, dtype=float)}
        self.grads = {}

    def forward(self, x):
        self.rows = [np.array(row, dtype=float) for row in x]
        result = np.empty((len(self.rows), self.params["W"].shape[1]))
        for i, row in enumerate(self.rows):
            result[i] = np.dot(row, self.params["W"]) + self.params["b"][0]
        return result

    def backward(self, dY):
        W = self.params["W"]
        dW = np.zeros(W.shape)
        db = np.zeros((1, W.shape[1]))
        dX = np.empty((len(self.rows), W.shape[0]))
        for i in range(len(self.rows)):
            slopes = np.array(dY[i], dtype=float)
            dW += np.outer(self.rows[i], slopes)
            db[0] += slopes
            dX[i] = np.dot(W, slopes)
        self.grads = {}
        self.grads["W"] = dW
        self.grads["b"] = db
        return dX

    def output_shape(self, shape):
        """Return the number of units, as a tuple of one; given."""
        return (self.params["W"].shape[1],)


class Sequential:
    def __init__(self, layers):
        self.layers = list(layers)

    def forward(self, x):
        signal = x
        for i in range(len(self.layers)):
            signal = self.layers[i].forward(signal)
        return signal

    def backward(self, dY):
        signal = dY
        for i in range(len(self.layers) - 1, -1, -1):
            signal = self.layers[i].backward(signal)
        return signal


def glorot_uniform(shape, rng):
    if len(shape) == 2:
        n, k = shape
        total = n + k
    else:
        kh, kw, C, F = shape
        total = kh * kw * C + kh * kw * F
    limit = math.sqrt(6 / total)
    weights = np.empty(shape)
    for place in np.ndindex(*shape):
        weights[place] = rng.uniform(-limit, limit)
    return weights


def build_lecture_cnn(rng, padding="same"):
    side = 28
    if padding.lower() == "valid":
        side = 26
    side = side // 2
    return Sequential(
        [
            Conv2D(glorot_uniform((3, 3, 1, 10), rng), [0.0] * 10, padding=padding),
            ReLU(),
            MaxPool2D(),
            Flatten(),
            Dense(glorot_uniform((side * side * 10, 100), rng), [[0.0] * 100]),
            ReLU(),
            Dense(glorot_uniform((100, 10), rng), [[0.0] * 10]),
        ]
    )


def summary(model, input_shape):
    result = []
    shape = input_shape
    for i in range(len(model.layers)):
        layer = model.layers[i]
        shape = tuple(layer.output_shape(shape))
        numbers = 0
        for name in layer.params:
            here = 1
            for side in np.shape(layer.params[name]):
                here *= side
            numbers += here
        result.append((layer.__class__.__name__, shape, numbers))
    return result


def exact_loss(Z, Y):
    total = 0.0
    for z, y in zip(Z, Y):
        top = np.max(z)
        total += top + math.log(np.sum(np.exp(z - top))) - z[np.argmax(y)]
    return total / len(Z)


def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    losses, val_losses, val_accs = [], [], []
    for epoch in range(epochs):
        if drop_after is None or epoch < drop_after:
            rate = lr
        else:
            rate = 0.1 * lr
        for rows in minibatches(len(X), batch_size, rng):
            Z = model.forward(X[rows])
            dZ = softmax_ce_gradient(Z, Y[rows])
            model.backward(dZ)
            for layer in model.layers:
                for name in list(layer.params):
                    layer.params[name] = layer.params[name] - rate * layer.grads[name]
        losses.append(exact_loss(model.forward(X), Y))
        Z = model.forward(X_val)
        val_losses.append(exact_loss(Z, Y_val))
        right = 0
        for z, y in zip(Z, Y_val):
            if np.argmax(z) == np.argmax(y):
                right += 1
        val_accs.append(right / len(Z))
    return {"loss": losses, "val_loss": val_losses, "val_acc": val_accs}


def evaluate(forward, X, labels):
    logits = forward(X)
    c = len(logits[0])
    confusion = np.zeros((c, c), dtype=int)
    right = 0
    for i in range(len(labels)):
        best = 0
        for j in range(1, c):
            if logits[i][j] > logits[i][best]:
                best = j
        confusion[int(labels[i]), best] += 1
        right += best == int(labels[i])
    return right / len(labels), confusion
