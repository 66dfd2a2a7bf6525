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


def window_means(n, size, stride, mode):
    """The matrix (places, n) that takes the means of one side; border cells don't count."""
    before, after = pad_amounts(n, size, stride, mode)
    places = output_size(n + before + after, size, stride)
    first = np.arange(places)[:, None] * stride - before
    under = (np.arange(n) >= first) & (np.arange(n) < first + size)
    return under / under.sum(axis=1, keepdims=True)


def mean_matrices(shape, size, stride, padding):
    mode = padding.lower()
    if mode not in ("valid", "same"):
        raise ValueError("padding must be valid or same")
    return window_means(shape[1], size, stride, mode), window_means(shape[2], size, stride, mode)


# %% task="A12.1"
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    if stride is None:
        stride = size
    padded, _, (rows, columns) = framed(X, size, stride, padding, -np.inf)
    # first the maxima of rows, then those of columns
    tall = np.stack([padded[:, i * stride : i * stride + size].max(axis=1) for i in range(rows)], 1)
    Y = np.stack([tall[:, :, j * stride : j * stride + size].max(axis=2) for j in range(columns)], 2)
    return Y, (X, size, stride, padding)


# %% task="A12.2"
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    padded, (up, aside), (rows, columns) = framed(X, size, stride, padding, -np.inf)
    _, H, W, _ = np.shape(X)
    dpadded = np.zeros_like(padded)
    for i in range(rows):
        for j in range(columns):
            here = np.s_[:, i * stride : i * stride + size, j * stride : j * stride + size]
            window = padded[here]
            equal = window == window.max(axis=(1, 2), keepdims=True)
            flat = equal.reshape(len(window), size * size, -1)
            first = flat & (np.cumsum(flat, axis=1) == 1)
            dpadded[here] += first.reshape(window.shape) * np.asarray(dY)[:, i : i + 1, j : j + 1]
    return dpadded[:, up : up + H, aside : aside + W].copy()


# %% task="A12.3"
def avg_pool_forward(X, size=2, stride=None, padding="valid"):
    if stride is None:
        stride = size
    images = np.array(X, dtype=float)
    down, across = mean_matrices(images.shape, size, stride, padding)
    Y = np.einsum("ih,nhwc,jw->nijc", down, images, across, optimize=True)
    return Y, (X, size, stride, padding)


# %% task="A12.4"
def avg_pool_backward(dY, cache):
    X, *how = cache
    down, across = mean_matrices(np.shape(X), *how)
    return np.einsum("ih,nijc,jw->nhwc", down, np.array(dY, dtype=float), across, optimize=True)


# %% task="A12.5"
def tanh_from_sigmoid(x):
    x = np.asarray(x).astype(np.float64)
    value = sigmoid(2 * x)
    value = value + value - 1
    derivative = (1 + value) * (1 - value)
    return (value, derivative)


# %% task="A12.6"
class ReLU(object):
    params = grads = property(lambda self: {})

    def forward(self, x):
        x = np.array(x)
        self.dead = ~(x > 0)
        out = x.copy()
        out[self.dead] = 0
        return out

    def backward(self, dY):
        out = np.array(dY)
        out[self.dead] = 0
        return out


# %% task="A12.7"
def gradient_norms(depth, width, activation, rng):
    kinds = ["sigmoid", "tanh", "relu"]
    if not kinds.count(activation):
        raise ValueError("activation: sigmoid, tanh or relu")
    relu = activation == "relu"
    A0, dA = rng.normal(size=(2, 64, width))
    Ws = rng.normal(scale=np.sqrt(2.0 / width if relu else 1.0 / width), size=(depth, width, width))
    A = np.empty((depth + 1, 64, width))
    A[0] = A0
    for l in range(1, depth + 1):
        Z = A[l - 1] @ Ws[l - 1]
        A[l] = Z.clip(0) if relu else np.tanh(Z) if activation == "tanh" else sigmoid(Z)
    slopes = (A > 0) if relu else 1 - A**2 if activation == "tanh" else A * (1 - A)
    dWs = np.empty((depth, width, width))
    for l in range(depth, 0, -1):
        dZ = slopes[l] * dA
        dWs[l - 1] = A[l - 1].T @ dZ
        dA = dZ @ Ws[l - 1].T
    return np.sqrt(np.einsum("lij,lij->l", dWs, dWs))[::-1]


# %% task="A12.8"
def lenet5_shapes(side=32, pad=0):
    table = []
    size, depth = side + 2 * pad, 1
    steps = iter([("conv1", 6), ("pool1", 6), ("conv2", 16), ("pool2", 16), ("conv3", 120)])
    for name, out in steps:
        window, stride = (5, 1) if out != depth else (2, 2)
        size = output_size(size, window, stride)
        table.append((name, (size, size, out), out * (1 + 25 * depth) if window == 5 else 0))
        depth = out
    table.append(("fc1", (84,), 84 + 84 * size * size * depth))
    table.append(("fc2", (10,), 10 + 10 * 84))
    return table
