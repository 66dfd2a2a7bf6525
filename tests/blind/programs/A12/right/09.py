# %%
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import sigmoid
from a10_convolution_1d import pad_amounts
from a11_convolution_2d import output_size
from functools import wraps
from itertools import product

# %%
def framed(X, size, stride, padding, fill):
    """Return images with their border, where they lie in it, and how many windows fit; given.

    Parameters
    ----------
    X : array of shape (N, H, W, C)
        Images.
    size, stride : int
        Side of the window, and its step.
    padding : str
        ``"valid"`` (no border) or ``"same"``, in any letter case.
    fill : float
        What the border holds.

    Returns
    -------
    padded : float array of shape (N, H + top + bottom, W + left + right, C)
        The images in their border.
    corner : tuple of int
        ``(top, left)``: where the images' first cell lies.
    places : tuple of int
        ``(rows, columns)``: how many windows there are. Window (i, j) starts at row ``i*stride``
        and column ``j*stride`` of ``padded``.

    Raises
    ------
    ValueError
        If ``padding`` is another word, or the window doesn't fit.
    """
    mode = padding.lower()
    if mode not in ("valid", "same"):
        raise ValueError(f"padding must be valid or same, not {padding!r}")
    _, height, width, _ = np.shape(X)
    top, bottom = pad_amounts(height, size, stride, mode)
    left, right = pad_amounts(width, size, stride, mode)
    rows = output_size(height + top + bottom, size, stride)
    columns = output_size(width + left + right, size, stride)
    frame = ((0, 0), (top, bottom), (left, right), (0, 0))
    padded = np.pad(np.asarray(X, dtype=float), frame, constant_values=fill)
    return padded, (top, left), (rows, columns)


def pool(fill):
    """Make a pooling layer of a function that takes (N, cells, C) and returns (N, C)."""

    def decorate(summary):
        @wraps(summary)
        def forward(X, size=2, stride=None, padding="valid"):
            stride = size if stride is None else stride
            padded, _, (rows, columns) = framed(X, size, stride, padding, fill)
            N, _, _, C = padded.shape
            Y = np.empty((rows, columns, N, C))
            for i, j in product(range(rows), range(columns)):
                window = padded[:, i * stride :, j * stride :][:, :size, :size]
                Y[i, j] = summary(window.reshape(N, size * size, C))
            return Y.transpose(2, 0, 1, 3), (X, size, stride, padding)

        del forward.__wrapped__
        return forward

    return decorate


def unpool(fill):
    """Make a backward pass of a function that takes cells (N, cells, C) and returns shares."""

    def decorate(shares):
        @wraps(shares)
        def backward(dY, cache):
            X, size, stride, padding = cache
            padded, (top, left), (rows, columns) = framed(X, size, stride, padding, fill)
            N, _, _, C = padded.shape
            dpadded = np.zeros(padded.shape)
            for i, j in product(range(rows), range(columns)):
                window = padded[:, i * stride :, j * stride :][:, :size, :size]
                part = shares(window.reshape(N, size * size, C)) * np.asarray(dY)[:, i, j][:, None]
                dpadded[:, i * stride :, j * stride :][:, :size, :size] += part.reshape(window.shape)
            return dpadded[:, top:, left:][:, : np.shape(X)[1], : np.shape(X)[2]]

        del backward.__wrapped__
        return backward

    return decorate


# %% task="A12.1"
@pool(fill=-np.inf)
def max_pool_forward(cells):
    return np.sort(cells, axis=1)[:, -1]


# %% task="A12.2"
@unpool(fill=-np.inf)
def max_pool_backward(cells):
    return np.arange(cells.shape[1])[:, None] == np.argmax(cells, axis=1)[:, None]


# %% task="A12.3"
@pool(fill=np.nan)
def avg_pool_forward(cells):
    real = ~np.isnan(cells)
    return np.sum(cells, axis=1, where=real) / np.count_nonzero(real, axis=1)


# %% task="A12.4"
@unpool(fill=np.nan)
def avg_pool_backward(cells):
    real = ~np.isnan(cells)
    return real / real.sum(axis=1, keepdims=True)


# %% task="A12.5"
def tanh_from_sigmoid(x):
    x = x * 1.0 if not isinstance(x, (list, tuple)) else np.array(x, dtype=float)
    return (t := 2 * sigmoid(2 * x) - 1), (1 - t) * (1 + t)


# %% task="A12.6"
class ReLU:
    __slots__ = ("params", "grads", "seen")

    def __init__(self):
        self.params, self.grads, self.seen = {}, {}, None

    def forward(self, x):
        self.seen = np.array(x, copy=True)
        return np.select([self.seen > 0], [self.seen], 0)

    def backward(self, dY):
        return np.select([self.seen > 0], [np.asarray(dY)], 0)


# %% task="A12.7"
def gradient_norms(depth, width, activation, rng):
    gain = {"sigmoid": 1.0, "tanh": 1.0, "relu": 2.0}.get(activation)
    if gain is None:
        raise ValueError(f"unknown activation: {activation}")

    def forward(z):
        match activation:
            case "sigmoid":
                a = sigmoid(z)
                return a, a * (1 - a)
            case "tanh":
                a = np.tanh(z)
                return a, 1 - a * a
            case "relu":
                return np.maximum(z, 0), np.greater(z, 0)

    def layers():
        a = rng.normal(size=(64, width))
        for _ in range(depth):
            W = rng.normal(scale=(gain / width) ** 0.5, size=(width, width))
            below, (a, slope) = a, forward(a @ W)
            yield below, W, slope

    tape = list(layers())
    d = rng.normal(size=(64, width))

    def backward():
        nonlocal d
        while tape:
            below, W, slope = tape.pop()
            dZ = d * slope
            yield np.sqrt(np.vdot(dW := below.T @ dZ, dW))
            d = dZ @ W.T

    return np.fromiter(backward(), dtype=float, count=depth)


# %% task="A12.8"
def lenet5_shapes(side=32, pad=0):
    names, shapes, parameters = [], [], []

    def add(name, shape, count):
        names.append(name)
        shapes.append(tuple(shape))
        parameters.append(count)

    places = lambda window, step: output_size(shapes[-1][0], window, step)
    kernels = [1, 6, 16, 120]
    for k in (1, 2, 3):
        n = places(5, 1) if shapes else output_size(side, 5, 1, pad)
        add(f"conv{k}", [n, n, kernels[k]], (25 * kernels[k - 1] + 1) * kernels[k])
        if k < 3:
            n = places(2, 2)
            add(f"pool{k}", [n, n, kernels[k]], 0)
    add("fc1", [84], (n * n * kernels[-1] + 1) * 84)
    add("fc2", [10], 85 * 10)
    return [(name, shape, count) for name, shape, count in zip(names, shapes, parameters)]
