# %%
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import sigmoid
from a10_convolution_1d import pad_amounts
from a11_convolution_2d import output_size
from functools import partial, reduce
from typing import NamedTuple

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


class Cache(NamedTuple):
    X: object
    size: int
    stride: int
    padding: str


class Shape(NamedTuple):
    name: str
    shape: tuple
    parameters: int


def each_window(size, stride, places):
    return [
        (i, j, slice(i * stride, i * stride + size), slice(j * stride, j * stride + size))
        for i in range(places[0])
        for j in range(places[1])
    ]


def pooled(summary, X, size, stride, padding, fill):
    padded, _, places = framed(X, size, stride, padding, fill)
    values = [summary(padded[:, rows, columns]) for _, _, rows, columns in each_window(size, stride, places)]
    return np.stack(values, axis=1).reshape(len(padded), *places, padded.shape[3])


def spread(part, dY, X, size, stride, padding, fill):
    """Add up part(window, slopes) under every window, and cut the border off."""
    padded, (top, left), places = framed(X, size, stride, padding, fill)
    dY = np.array(dY, dtype=float)

    def step(total, window):
        i, j, rows, columns = window
        total[:, rows, columns] += part(padded[:, rows, columns], dY[:, i, j])
        return total

    total = reduce(step, each_window(size, stride, places), np.zeros(padded.shape))
    return total[:, top : top + np.shape(X)[1], left : left + np.shape(X)[2]]


def to_winner(window, slopes):
    N, size, _, C = window.shape
    flat = np.zeros((N, size * size, C))
    winner = np.argmax(window.reshape(flat.shape), axis=1)
    np.put_along_axis(flat, winner[:, None, :], slopes[:, None, :], axis=1)
    return flat.reshape(window.shape)


def to_all(window, slopes):
    real = ~np.isnan(window)
    return real * (slopes / real.sum(axis=(1, 2)))[:, None, None, :]


# %% task="A12.1"
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    cache = Cache(X, size, size if stride is None else stride, padding)
    return pooled(partial(np.max, axis=(1, 2)), *cache, -np.inf), cache


# %% task="A12.2"
def max_pool_backward(dY, cache):
    return spread(to_winner, dY, *cache, -np.inf)


# %% task="A12.3"
def avg_pool_forward(X, size=2, stride=None, padding="valid"):
    cache = Cache(X, size, size if stride is None else stride, padding)
    return pooled(partial(np.nanmean, axis=(1, 2)), *cache, np.nan), cache


# %% task="A12.4"
def avg_pool_backward(dY, cache):
    return spread(to_all, dY, *cache, np.nan)


# %% task="A12.5"
def tanh_from_sigmoid(x):
    value = 2 * sigmoid(2 * np.array(x, dtype=np.float64)) - 1
    return value, (1 - value) * (1 + value)


# %% task="A12.6"
class Layer:
    def __init__(self):
        self.params, self.grads = {}, {}
        self.memory = ()


class ReLU(Layer):
    def forward(self, x):
        self.memory = (np.sign(np.maximum(x, 0)),)
        return np.maximum(0, x)

    def backward(self, dY):
        (slope,) = self.memory
        return np.asarray(dY) * slope


# %% task="A12.7"
def gradient_norms(depth, width, activation, rng):
    rules = dict(
        sigmoid=(1, sigmoid, lambda a: a * (1 - a)),
        tanh=(1, np.tanh, lambda a: 1 - np.square(a)),
        relu=(2, lambda z: (np.abs(z) + z) / 2, lambda a: 1.0 * (a > 0)),
    )
    if activation not in rules:
        raise ValueError(f"choose one of {', '.join(rules)}")
    gain, f, slope = rules[activation]

    def up(stack, _):
        below = stack[-1][-1]
        W = rng.normal(0, np.sqrt(gain / width), (width, width))
        return [*stack, (below, W, f(below @ W))]

    first = rng.normal(0, 1, (64, width))
    stack = reduce(up, range(depth), [(None, None, first)])[1:]

    def down(state, layer):
        norms, dA = state
        below, W, above = layer
        dZ = dA * slope(above)
        return norms + [np.hypot.reduce((below.T @ dZ).ravel())], dZ @ W.T

    return np.array(reduce(down, stack[::-1], ([], rng.normal(0, 1, (64, width))))[0])


# %% task="A12.8"
def lenet5_shapes(side=32, pad=0):
    def walk(height, channels, plan):
        if not plan:
            return []
        (name, out), *rest = plan
        if name.startswith("fc"):
            inputs = height * height * channels
            return [Shape(name, (out,), (inputs + 1) * out), *walk(1, out, rest)]
        if out:
            height = output_size(height, 5)
            return [Shape(name, (height, height, out), (25 * channels + 1) * out), *walk(height, out, rest)]
        height = output_size(height, 2, stride=2)
        return [Shape(name, (height, height, channels), 0), *walk(height, channels, rest)]

    names = ("conv1", "pool1", "conv2", "pool2", "conv3", "fc1", "fc2")
    return walk(side + 2 * pad, 1, list(zip(names, (6, None, 16, None, 120, 84, 10))))
