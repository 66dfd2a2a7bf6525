# A13 · A convolutional network
# (the long text of the assignment is removed, the given classes are unchanged)

import functools
import itertools
import math
import sys
import time
from operator import attrgetter, methodcaller

import numpy as np
import matplotlib.pyplot as plt
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


@functools.lru_cache(maxsize=1)
def enlarged_digits():
    """Return the 1797 digits as rows of 784, and their labels; computed once."""
    data = load_digits()
    rows = zoom(data.images, (1, 3.5, 3.5), order=1).reshape(-1, 784) / 16
    rows.flags.writeable = data.target.flags.writeable = False  # everybody gets the same ones
    return rows, data.target


def load_digits28(rng, val=0.2, test=0.2):
    split = three_way_split(*enlarged_digits(), val, test, rng)
    return tuple(
        np.array(part).reshape(len(part), 28, 28, 1) if place < 3 else np.array(part)
        for place, part in enumerate(split)
    )


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


def timed(method):
    """Add up how long a method takes, for the experiment at the end."""

    @functools.wraps(method)
    def wrapper(self, *args, **kwargs):
        start = time.perf_counter()
        try:
            return method(self, *args, **kwargs)
        finally:
            timed.seconds[method.__qualname__] += time.perf_counter() - start

    timed.seconds.setdefault(method.__qualname__, 0.0)
    return wrapper


timed.seconds = {}


class Dense:
    def __init__(self, W, b):
        self.params = {"W": np.array(W, dtype=float), "b": np.array(b, dtype=float)}
        self.grads = {}

    @timed
    def forward(self, x):
        # what backward will do with this x; W is looked up when backward is called
        self._back = functools.partial(linear_backward, x)
        return linear_forward(x, **self.params)

    @timed
    def backward(self, dY):
        dX, dW, db = self._back(self.params["W"], dY)
        self.grads = dict(W=dW, b=db)
        return dX

    def output_shape(self, shape):
        return self.params["W"].shape[1:]


class Sequential:
    def __init__(self, layers):
        self.layers = list(layers)

    @timed
    def forward(self, x):
        for forward in map(attrgetter("forward"), self.layers):
            x = forward(x)
        return x

    @timed
    def backward(self, dY):
        *_, dX = itertools.accumulate(
            reversed(self.layers), lambda slope, layer: layer.backward(slope), initial=dY
        )
        return dX


def glorot_uniform(shape, rng):
    window = math.prod(shape[:-2])
    limit = math.sqrt(6 / (window * sum(shape[-2:])))
    return rng.uniform(-limit, limit, shape)


def build_lecture_cnn(rng, padding="same"):
    weights = functools.partial(glorot_uniform, rng=rng)
    side = (28 if padding.lower() == "same" else 26) // 2
    return Sequential(
        (
            Conv2D(weights((3, 3, 1, 10)), np.zeros(10), padding=padding),
            ReLU(),
            MaxPool2D(),
            Flatten(),
            Dense(weights((side * side * 10, 100)), np.zeros((1, 100))),
            ReLU(),
            Dense(weights((100, 10)), np.zeros((1, 10))),
        )
    )


def summary(model, input_shape):
    table = []
    for layer in model.layers:
        input_shape = tuple(map(int, methodcaller("output_shape", input_shape)(layer)))
        table += [(type(layer).__name__, input_shape, sum(p.size for p in layer.params.values()))]
    return table


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


def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    rate_of = lambda epoch: 0.1 * lr if drop_after is not None and epoch >= drop_after else lr
    history = dict(loss=[], val_loss=[], val_acc=[])
    for epoch in range(epochs):
        for rows in minibatches(len(X), batch_size, rng):
            model.backward(softmax_ce_gradient(model.forward(X[rows]), Y[rows]))
            for layer in model.layers:
                for name, slope in layer.grads.items():
                    layer.params[name] -= rate_of(epoch) * slope  # in place
        history["loss"] += [cross_entropy(softmax(model.forward(X)), Y)]
        accuracy, _ = evaluate(model.forward, X_val, Y_val.argmax(axis=1))
        history["val_acc"] += [accuracy]
        history["val_loss"] += [cross_entropy(softmax(model.forward(X_val)), Y_val)]
    return history


def evaluate(forward, X, labels):
    logits = forward(X)
    pairs = np.stack([labels, logits.argmax(axis=1)])
    confusion = np.zeros((logits.shape[1],) * 2, dtype=int)
    places, counts = np.unique(pairs, axis=1, return_counts=True)
    confusion[places[0], places[1]] = counts
    return confusion.diagonal().sum() / confusion.sum(), confusion


# ---- my experiment: 150 digits, every second pixel, a small network ----
rng = np.random.default_rng(2024)
X_tr, X_va, X_te, y_tr, y_va, y_te = load_digits28(rng)
small, small_va = center(X_tr[:150, ::2, ::2], X_va[:100, ::2, ::2])
net = Sequential(
    [
        Conv2D(glorot_uniform((3, 3, 1, 6), rng), np.zeros(6)),
        ReLU(),
        MaxPool2D(),
        Flatten(),
        Dense(glorot_uniform((6 * 6 * 6, 10), rng), np.zeros((1, 10))),
    ]
)
print(*summary(net, (14, 14, 1)), sep="\n")
start = time.perf_counter()
run = train(net, small, np.eye(10)[y_tr[:150]], small_va, np.eye(10)[y_va[:100]], 0.1, 15, 12, rng, 10)
print(f"{time.perf_counter() - start:.2f} s, validation accuracy {run['val_acc'][-1]:.2f}")
print({name: f"{seconds:.3f} s" for name, seconds in timed.seconds.items()})
try:
    assert run["loss"][-1] < 1e-6, f"not that small: {run['loss'][-1]:.3f}"
except AssertionError as surprise:
    print("my guess was wrong,", surprise)
plt.plot(run["loss"], label="loss")
plt.plot(run["val_acc"], label="validation accuracy")
plt.legend()
plt.close()

if __name__ == "__main__":
    import figures

    whole = figures.training_run(sys.modules[__name__])
    figures.learning_curves(sys.modules[__name__], whole)
    figures.confusion(sys.modules[__name__], whole)
    plt.show()
