# %%
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import sigmoid
from a10_convolution_1d import pad_amounts
from a11_convolution_2d import output_size


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


# %% task="A12.1"
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    if stride is None:
        stride = size
    padded, _, (rows, columns) = framed(X, size, stride, padding, -np.inf)
    N, C = padded.shape[0], padded.shape[3]
    Y = np.zeros((N, rows, columns, C))
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            Y[:, i, j] = padded[:, top : top + size, left : left + size].max(axis=(1, 2))
    return Y, (X, size, stride, padding)


# %% task="A12.2"
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    dY = np.asarray(dY, dtype=float)
    padded, (up, aside), (rows, columns) = framed(X, size, stride, padding, -np.inf)
    N, H, W, C = np.shape(X)
    n, c = np.ogrid[:N, :C]
    dpadded = np.zeros(padded.shape)
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            window = padded[:, top : top + size, left : left + size]
            winner = window.reshape(N, size * size, C).argmax(axis=1)
            row, column = np.divmod(winner, size)
            dpadded[n, top + row, left + column, c] += dY[:, i, j]
    return dpadded[:, up : up + H, aside : aside + W]


# %% task="A12.3"
def avg_pool_forward(X, size=2, stride=None, padding="valid"):
    if stride is None:
        stride = size
    padded, _, (rows, columns) = framed(X, size, stride, padding, 0)
    inside, _, _ = framed(np.ones(np.shape(X)), size, stride, padding, 0)
    N, C = padded.shape[0], padded.shape[3]
    Y = np.zeros((N, rows, columns, C))
    for i in range(rows):
        for j in range(columns):
            down = slice(i * stride, i * stride + size)
            across = slice(j * stride, j * stride + size)
            total = padded[:, down, across].sum(axis=(1, 2))
            Y[:, i, j] = total / inside[:, down, across].sum(axis=(1, 2))
    return Y, (X, size, stride, padding)


# %% task="A12.4"
def avg_pool_backward(dY, cache):
    X, size, stride, padding = cache
    dY = np.asarray(dY, dtype=float)
    inside, (up, aside), (rows, columns) = framed(np.ones(np.shape(X)), size, stride, padding, 0)
    N, H, W, C = np.shape(X)
    dpadded = np.zeros(inside.shape)
    for i in range(rows):
        for j in range(columns):
            down = slice(i * stride, i * stride + size)
            across = slice(j * stride, j * stride + size)
            share = dY[:, i, j] / inside[:, down, across].sum(axis=(1, 2))
            dpadded[:, down, across] += share[:, None, None, :]
    return dpadded[:, up : up + H, aside : aside + W]


# %% task="A12.5"
def tanh_from_sigmoid(x):
    x = np.asarray(x, dtype=float)
    value = 2 * sigmoid(2 * x) - 1
    derivative = (1 - value) * (1 + value)
    return value, derivative


# %% task="A12.6"
class ReLU:
    """A layer that keeps positive entries and sets all others to 0."""

    def __init__(self):
        self.params = {}
        self.grads = {}

    def forward(self, x):
        x = np.asarray(x)
        self.positive = x > 0
        return np.where(self.positive, x, 0)

    def backward(self, dY):
        return np.where(self.positive, dY, 0)


# %% task="A12.7"
def gradient_norms(depth, width, activation, rng):
    if activation not in ("sigmoid", "tanh", "relu"):
        raise ValueError(f"unknown activation {activation!r}")
    spread = np.sqrt((2 if activation == "relu" else 1) / width)
    A = [rng.normal(0, 1, (64, width))]
    weights = [rng.normal(0, spread, (width, width)) for _ in range(depth)]
    dA = rng.normal(0, 1, (64, width))
    for W in weights:
        Z = A[-1] @ W
        if activation == "sigmoid":
            A.append(sigmoid(Z))
        elif activation == "tanh":
            A.append(np.tanh(Z))
        else:
            A.append(np.maximum(Z, 0))
    norms = np.zeros(depth)
    for place, layer in enumerate(reversed(range(depth))):
        a = A[layer + 1]
        if activation == "sigmoid":
            slope = a * (1 - a)
        elif activation == "tanh":
            slope = 1 - a**2
        else:
            slope = a > 0
        dZ = dA * slope
        dW = A[layer].T @ dZ
        norms[place] = np.sqrt(np.sum(dW**2))
        dA = dZ @ weights[layer].T
    return norms


# %% task="A12.8"
def lenet5_shapes(side=32, pad=0):
    conv1 = output_size(side, 5, pad=pad)
    pool1 = output_size(conv1, 2, stride=2)
    conv2 = output_size(pool1, 5)
    pool2 = output_size(conv2, 2, stride=2)
    conv3 = output_size(pool2, 5)
    return [
        ("conv1", (conv1, conv1, 6), (5 * 5 * 1 + 1) * 6),
        ("pool1", (pool1, pool1, 6), 0),
        ("conv2", (conv2, conv2, 16), (5 * 5 * 6 + 1) * 16),
        ("pool2", (pool2, pool2, 16), 0),
        ("conv3", (conv3, conv3, 120), (5 * 5 * 16 + 1) * 120),
        ("fc1", (84,), (conv3 * conv3 * 120 + 1) * 84),
        ("fc2", (10,), (84 + 1) * 10),
    ]
