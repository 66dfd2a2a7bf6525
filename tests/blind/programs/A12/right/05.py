# %%
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import sigmoid
from a10_convolution_1d import pad_amounts
from a11_convolution_2d import output_size
from dataclasses import dataclass, field
import math

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


@dataclass(frozen=True)
class Pooling:
    """Windows that are cut to the image instead of padding it."""

    shape: tuple
    size: int
    stride: int
    padding: str

    def sides(self):
        word = self.padding.lower()
        if word not in ("valid", "same"):
            raise ValueError(f"padding {self.padding!r}")
        for n in self.shape[1:3]:
            before, after = pad_amounts(n, self.size, self.stride, word)
            starts = range(output_size(n + before + after, self.size, self.stride))
            yield [
                slice(max(i * self.stride - before, 0), min(i * self.stride - before + self.size, n))
                for i in starts
            ]

    def empty(self):
        down, across = self.sides()
        return np.zeros((self.shape[0], len(down), len(across), self.shape[3]))

    def __iter__(self):
        down, across = self.sides()
        for i, rows in enumerate(down):
            for j, columns in enumerate(across):
                yield (slice(None), i, j), (slice(None), rows, columns)


def max_pool_forward(X, size=2, stride=None, padding="valid"):
    stride = stride if stride is not None else size
    images = np.asarray(X)
    pooling = Pooling(images.shape, size, stride, padding)
    Y = pooling.empty().astype(images.dtype)
    for place, window in pooling:
        Y[place] = images[window].max(axis=(1, 2))
    return Y, (X, size, stride, padding)


def max_pool_backward(dY, cache):
    images, dY = np.asarray(cache[0]), np.asarray(dY)
    dX = np.zeros(images.shape)
    N, _, _, C = images.shape
    for place, window in Pooling(images.shape, *cache[1:]):
        cells = images[window]
        width = cells.shape[2]
        winner = cells.reshape(N, -1, C).argmax(axis=1)
        for n in range(N):
            for c in range(C):
                r, q = divmod(int(winner[n, c]), width)
                dX[window][n, r, q, c] += dY[place][n, c]
    return dX


def avg_pool_forward(X, size=2, stride=None, padding="valid"):
    stride = stride if stride is not None else size
    images = np.asarray(X, dtype=float)
    pooling = Pooling(images.shape, size, stride, padding)
    Y = pooling.empty()
    for place, window in pooling:
        Y[place] = images[window].mean(axis=(1, 2))
    return Y, (X, size, stride, padding)


def avg_pool_backward(dY, cache):
    dY = np.asarray(dY, dtype=float)
    dX = np.zeros(np.shape(cache[0]))
    for place, window in Pooling(dX.shape, *cache[1:]):
        cells = dX[window]
        cells += dY[place][:, None, None] / math.prod(cells.shape[1:3])
    return dX


def tanh_from_sigmoid(x):
    twice = np.add(x, x, dtype=float)
    value = np.subtract(np.multiply(sigmoid(twice), 2), 1)
    return value, np.multiply(np.subtract(1, value), np.add(1, value))


@dataclass
class ReLU:
    params: dict = field(default_factory=dict)
    grads: dict = field(default_factory=dict)

    def forward(self, x):
        positive = np.array(x) > 0

        def back(dY):
            return np.where(positive, dY, np.zeros_like(dY))

        self.back = back
        return np.where(positive, x, np.zeros_like(x))

    def backward(self, dY):
        return self.back(dY)


def gradient_norms(depth, width, activation, rng):
    if activation not in (names := ["sigmoid", "tanh", "relu"]):
        raise ValueError(f"{activation!r} is none of {names}")
    scale = math.sqrt({"relu": 2}.get(activation, 1) / width)

    def layer(z):
        """Value and slope."""
        if activation == "relu":
            return np.fmax(z, 0.0), np.where(z > 0, 1.0, 0.0)
        if activation == "tanh":
            return tanh_from_sigmoid(z)
        s = sigmoid(z)
        return s, s * (1 - s)

    def descend(a, left):
        """Norms of the layers from the last down to this one, and the slope that comes out below."""
        if not left:
            return [], rng.normal(size=(64, width))
        W = scale * rng.standard_normal((width, width))
        value, slope = layer(a @ W)
        norms, d = descend(value, left - 1)
        d = d * slope
        return [*norms, math.sqrt(np.square(a.T @ d).sum())], d @ W.T

    return np.array(descend(rng.normal(size=(64, width)), depth)[0])


def lenet5_shapes(side=32, pad=0):
    sides = [output_size(side, 5, pad=pad)]
    for window, step in ((2, 2), (5, 1), (2, 2), (5, 1)):
        sides.append(output_size(sides[-1], window, step))
    names = ("conv1", "pool1", "conv2", "pool2", "conv3", "fc1", "fc2")
    shapes = [(s, s, c) for s, c in zip(sides, (6, 6, 16, 16, 120))] + [(84,), (10,)]
    counts = [156, 0, 2416, 0, 48120, (120 * sides[-1] ** 2 + 1) * 84, 850]
    return list(zip(names, shapes, counts))
