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
    images = digits.images
    print("before:", images.shape, images.max())
    images = zoom(images, (1, 3.5, 3.5), order=1)
    images = images / 16
    print("after:", images.shape, images.max())
    images = images.reshape(1797, 784)
    result = three_way_split(images, digits.target, val, test, rng)
    X_tr = result[0].reshape(-1, 28, 28, 1)
    X_va = result[1].reshape(-1, 28, 28, 1)
    X_te = result[2].reshape(-1, 28, 28, 1)
    y_tr = result[3]
    y_va = result[4]
    y_te = result[5]
    print("sets:", X_tr.shape, X_va.shape, X_te.shape)
    return X_tr, X_va, X_te, y_tr, y_va, y_te


class Dense:
    def __init__(self, W, b):
        self.params = {"W": np.array(W, dtype=float), "b": np.array(b, dtype=float)}
        self.grads = {}

    def forward(self, x):
        self.x = np.copy(x)
        W = self.params["W"]
        b = self.params["b"]
        y = linear_forward(self.x, W, b)
        return y

    def backward(self, dY):
        W = self.params["W"]
        result = linear_backward(self.x, W, dY)
        dX = result[0]
        self.grads["W"] = result[1]
        self.grads["b"] = result[2]
        return dX

    def output_shape(self, shape):
        """Return the number of units, as a tuple of one; given."""
        return (self.params["W"].shape[1],)


class Sequential:
    def __init__(self, layers):
        self.layers = list(layers)

    def forward(self, x):
        outputs = [x]
        for layer in self.layers:
            y = layer.forward(outputs[-1])
            outputs.append(y)
        return outputs[-1]

    def backward(self, dY):
        backwards = []
        for layer in self.layers:
            backwards.insert(0, layer)
        slopes = [dY]
        for layer in backwards:
            slopes.append(layer.backward(slopes[-1]))
        return slopes[-1]


def glorot_uniform(shape, rng):
    if len(shape) == 2:
        fan_in = shape[0]
        fan_out = shape[1]
    if len(shape) == 4:
        fan_in = shape[0] * shape[1] * shape[2]
        fan_out = shape[0] * shape[1] * shape[3]
    limit = np.sqrt(6 / (fan_in + fan_out))
    W = rng.uniform(-limit, limit, size=shape)
    return W


def build_lecture_cnn(rng, padding="same"):
    K = glorot_uniform((3, 3, 1, 10), rng)
    conv = Conv2D(K, np.zeros(10), stride=1, padding=padding)
    relu1 = ReLU()
    pool = MaxPool2D(2)
    flatten = Flatten()
    shape = conv.output_shape((28, 28, 1))
    shape = pool.output_shape(shape)
    n = shape[0] * shape[1] * shape[2]
    W1 = glorot_uniform((n, 100), rng)
    dense1 = Dense(W1, np.zeros((1, 100)))
    relu2 = ReLU()
    W2 = glorot_uniform((100, 10), rng)
    dense2 = Dense(W2, np.zeros((1, 10)))
    layers = [conv, relu1, pool, flatten, dense1, relu2, dense2]
    print("a network of", len(layers), "layers")
    return Sequential(layers)


def summary(model, input_shape):
    table = []
    shape = input_shape
    for layer in model.layers:
        name = type(layer).__name__
        shape = layer.output_shape(shape)
        parameters = 0
        for key in layer.params:
            parameters = parameters + layer.params[key].size
        print(name, shape, parameters)
        table.append((name, shape, parameters))
    return table


def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    loss_list = []
    val_loss_list = []
    val_acc_list = []
    for epoch in range(epochs):
        rate = lr
        if drop_after is not None:
            if epoch >= drop_after:
                rate = 0.1 * lr
        batches = minibatches(len(X), batch_size, rng)
        for batch in batches:
            X_b = X[batch]
            Y_b = Y[batch]
            Z = model.forward(X_b)
            dZ = softmax_ce_gradient(Z, Y_b)
            model.backward(dZ)
            for layer in model.layers:
                for key in layer.params:
                    old = layer.params[key]
                    new = old - rate * layer.grads[key]
                    layer.params[key] = new
        A = softmax(model.forward(X))
        loss = cross_entropy(A, Y)
        Z_val = model.forward(X_val)
        val_loss = cross_entropy(softmax(Z_val), Y_val)
        predicted = np.argmax(Z_val, axis=1)
        true = np.argmax(Y_val, axis=1)
        val_acc = np.sum(predicted == true) / len(true)
        loss_list.append(loss)
        val_loss_list.append(val_loss)
        val_acc_list.append(val_acc)
        print("epoch", epoch + 1, "loss", loss, "val_loss", val_loss, "val_acc", val_acc)
    history = {}
    history["loss"] = loss_list
    history["val_loss"] = val_loss_list
    history["val_acc"] = val_acc_list
    return history


def evaluate(forward, X, labels):
    Z = forward(X)
    c = Z.shape[1]
    confusion = np.zeros((c, c), dtype=int)
    correct = 0
    for i in range(len(labels)):
        true = labels[i]
        seen = np.argmax(Z[i])
        confusion[true, seen] = confusion[true, seen] + 1
        if true == seen:
            correct = correct + 1
    accuracy = correct / len(labels)
    return accuracy, confusion
