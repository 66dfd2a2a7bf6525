import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, field

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


SIDE = 28


def load_digits28(rng: np.random.Generator, val: float = 0.2, test: float = 0.2) -> tuple[np.ndarray, ...]:
    digits = load_digits()
    tall = zoom(digits.images / 16, (1, SIDE / 8, 1), order=1)
    images: np.ndarray = np.clip(zoom(tall, (1, 1, SIDE / 8), order=1), 0.0, 1.0)
    rows = images.reshape(-1, SIDE**2)
    match three_way_split(rows, digits.target, val, test, rng):
        case (a, b, c, *labels):
            return (*(rows.reshape(-1, SIDE, SIDE, 1) for rows in (a, b, c)), *labels)
    raise RuntimeError("three_way_split should return six arrays")


class Dense:
    def __init__(self, W, b):
        self.params = {"W": np.array(W, dtype=float), "b": np.array(b, dtype=float)}
        self.grads = {}

    def forward(self, x: np.ndarray) -> np.ndarray:
        self._input = x
        return linear_forward(x, self.params["W"], self.params["b"])

    def backward(self, dY: np.ndarray) -> np.ndarray:
        dX, dW, db = linear_backward(self._input, self.params["W"], dY)
        self.grads = dict(W=dW, b=db)
        return dX

    def output_shape(self, shape):
        """Return the number of units, as a tuple of one; given."""
        return (self.params["W"].shape[1],)


class Sequential:
    def __init__(self, layers):
        self.layers = list(layers)

    def forward(self, x: np.ndarray) -> np.ndarray:
        output = x
        for layer in iter(self.layers):
            output = layer.forward(output)
        return output

    def backward(self, dY: np.ndarray) -> np.ndarray:
        slopes = dY
        for layer in self.layers[::-1]:
            slopes = layer.backward(slopes)
        return slopes


def fans(shape: tuple[int, ...]) -> tuple[int, int]:
    match tuple(shape):
        case (n, k):
            return n, k
        case (kh, kw, C, F):
            return kh * kw * C, kh * kw * F
    raise ValueError(f"no rule for shape {shape}")


def glorot_uniform(shape: tuple[int, ...], rng: np.random.Generator) -> np.ndarray:
    limit = (6 / sum(fans(shape))) ** 0.5
    return rng.uniform(low=-limit, high=limit, size=shape)


def build_lecture_cnn(rng: np.random.Generator, padding: str = "same") -> Sequential:
    match padding.lower():
        case "same":
            inputs = 14 * 14 * 10
        case _:
            inputs = 13 * 13 * 10
    output = Dense(glorot_uniform((100, 10), rng), np.zeros((1, 10)))
    hidden = Dense(glorot_uniform((inputs, 100), rng), np.zeros((1, 100)))
    eyes = Conv2D(glorot_uniform((3, 3, 1, 10), rng), np.zeros(10), padding=padding)
    return Sequential([eyes, ReLU(), MaxPool2D(2), Flatten(), hidden, ReLU(), output])


@dataclass(frozen=True)
class Line:
    name: str
    shape: tuple[int, ...]
    parameters: int

    def as_tuple(self) -> tuple[str, tuple[int, ...], int]:
        return self.name, self.shape, self.parameters


def summary(model: Sequential, input_shape: tuple[int, ...]) -> list[tuple]:
    lines: list[Line] = []
    for layer in model.layers:
        before = lines[-1].shape if lines else input_shape
        count = sum(value.size for value in layer.params.values())
        lines.append(Line(type(layer).__name__, tuple(layer.output_shape(before)), int(count)))
    return [line.as_tuple() for line in lines]


@dataclass
class History:
    loss: list[float] = field(default_factory=list)
    val_loss: list[float] = field(default_factory=list)
    val_acc: list[float] = field(default_factory=list)


def learning_rate(lr: float, epoch: int, drop_after: int | None) -> float:
    match drop_after:
        case None:
            return lr
        case _ if epoch < drop_after:
            return lr
    return 0.1 * lr


def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None) -> dict[str, list[float]]:
    history = History()
    for epoch in range(epochs):
        rate = learning_rate(lr, epoch, drop_after)
        for rows in minibatches(len(X), batch_size, rng):
            model.backward(softmax_ce_gradient(model.forward(X[rows]), Y[rows]))
            for layer in model.layers:
                for name, value in list(layer.params.items()):
                    layer.params[name] = value - rate * layer.grads[name]
        history.loss.append(cross_entropy(softmax(model.forward(X)), Y))
        Z = model.forward(X_val)
        history.val_loss.append(cross_entropy(softmax(Z), Y_val))
        history.val_acc.append(evaluate(lambda _: Z, X_val, np.argmax(Y_val, axis=1))[0])
    return asdict(history)


def evaluate(forward: Callable[[np.ndarray], np.ndarray], X: np.ndarray, labels: np.ndarray) -> tuple[float, np.ndarray]:
    logits = forward(X)
    c: int = logits.shape[1]
    true = np.asarray(labels).astype(np.int64)
    seen = np.argmax(logits, axis=1)
    confusion = np.bincount(true * c + seen, minlength=c * c).reshape(c, c)
    return float((seen == true).mean()), confusion
