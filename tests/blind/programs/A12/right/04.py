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


def flat_windows(shape, size, stride, rows, columns):
    """Positions in one flattened padded image of every cell of every window: (rows*columns, size**2)."""
    _, _, width, _ = shape
    corners = (np.arange(rows)[:, None] * stride * width + np.arange(columns) * stride).ravel()
    cells = (np.arange(size)[:, None] * width + np.arange(size)).ravel()
    return corners[:, None] + cells


# %% task="A12.1"
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    stride = size if stride is None else stride
    padded, _, (rows, columns) = framed(X, size, stride, padding, -np.inf)
    N, H, W, C = padded.shape
    where = flat_windows(padded.shape, size, stride, rows, columns)
    Y = np.amax(padded.reshape(N, H * W, C)[:, where], axis=2)
    return Y.reshape(N, rows, columns, C), (X, size, stride, padding)


# %% task="A12.2"
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    padded, (up, aside), (rows, columns) = framed(X, size, stride, padding, -np.inf)
    N, H, W, C = padded.shape
    where = flat_windows(padded.shape, size, stride, rows, columns)
    winner = padded.reshape(N, H * W, C)[:, where].argmax(axis=2)  # N, places, C
    cell = np.take_along_axis(where[None, :, :, None], winner[:, :, None, :], axis=2)[:, :, 0]
    n, c = np.arange(N)[:, None, None], np.arange(C)
    target = (n * H * W + cell) * C + c
    sums = np.bincount(target.ravel(), np.asarray(dY, dtype=float).ravel(), N * H * W * C)
    height, width = np.shape(X)[1:3]
    return sums.reshape(N, H, W, C)[:, up : up + height, aside : aside + width]


# %% task="A12.3"
def avg_pool_forward(X, size=2, stride=None, padding="valid"):
    stride = size if stride is None else stride
    padded, (up, aside), (rows, columns) = framed(X, size, stride, padding, 0)
    N, H, W, C = padded.shape
    where = flat_windows(padded.shape, size, stride, rows, columns)
    real = np.zeros((H, W), dtype=bool)
    real[up : up + np.shape(X)[1], aside : aside + np.shape(X)[2]] = True
    weights = real.ravel()[where]
    weights = weights / weights.sum(axis=1, keepdims=True)
    Y = np.einsum("nkwc,kw->nkc", padded.reshape(N, H * W, C)[:, where], weights)
    return Y.reshape(N, rows, columns, C), (X, size, stride, padding)


# %% task="A12.4"
def avg_pool_backward(dY, cache):
    X, size, stride, padding = cache
    padded, (up, aside), (rows, columns) = framed(X, size, stride, padding, 0)
    N, H, W, C = padded.shape
    height, width = np.shape(X)[1:3]
    where = flat_windows(padded.shape, size, stride, rows, columns)
    real = np.zeros((H, W))
    real[up : up + height, aside : aside + width] = 1
    count = real.ravel()[where].sum(axis=1)
    share = np.asarray(dY, dtype=float).reshape(N, rows * columns, C) / count[:, None]
    flat = np.zeros((N, H * W, C))
    np.add.at(flat, (slice(None), where), share[:, :, None, :])
    return flat.reshape(N, H, W, C)[:, up : up + height, aside : aside + width]


# %% task="A12.5"
def tanh_from_sigmoid(x):
    if np.ndim(x) == 0:
        value = float(2 * sigmoid(2.0 * float(x)) - 1)
    else:
        value = 2 * sigmoid(np.array(x, dtype=float) * 2) - 1
    return value, (1 - value) * (1 + value)


# %% task="A12.6"
class ReLU:
    def __init__(self):
        self.params = dict()
        self.grads = dict()

    def forward(self, x):
        x = np.asarray(x)
        y = np.zeros(x.shape)
        self.alive = np.nonzero(np.atleast_1d(x) > 0)
        np.atleast_1d(y)[self.alive] = np.atleast_1d(x)[self.alive]
        return y

    def backward(self, dY):
        dY = np.asarray(dY)
        dX = np.zeros(dY.shape)
        np.atleast_1d(dX)[self.alive] = np.atleast_1d(dY)[self.alive]
        return dX


# %% task="A12.7"
def gradient_norms(depth, width, activation, rng):
    match activation:
        case "sigmoid":
            f, df, variance = sigmoid, (lambda a: a - a * a), 1 / width
        case "tanh":
            f, df, variance = np.tanh, (lambda a: (1 - a) * (1 + a)), 1 / width
        case "relu":
            f, df, variance = (lambda z: np.maximum(z, 0)), np.sign, 2 / width
        case _:
            raise ValueError("no such activation")
    dA = rng.normal(0.0, 1.0, size=(64, width))
    matrices = [rng.normal(0.0, variance**0.5, size=(width, width)) for _ in range(depth)]
    values = [rng.normal(0.0, 1.0, size=(64, width))]
    for matrix in matrices:
        values += [f(np.dot(values[-1], matrix))]
    norms = np.empty(depth)
    for k in range(depth):
        dZ = dA * df(values[depth - k])
        below = values[depth - k - 1]
        # |A.T dZ|^2 = trace of (A A.T)(dZ dZ.T)
        norms[k] = np.sqrt(np.sum((below @ below.T) * (dZ @ dZ.T)))
        dA = dZ @ matrices[depth - k - 1].T
    return norms


# %% task="A12.8"
def lenet5_shapes(side=32, pad=0):
    def conv(name, before, kernels, zeros=0):
        height, width, channels = before
        shape = (output_size(height, 5, 1, zeros), output_size(width, 5, 1, zeros), kernels)
        return name, shape, 5 * 5 * channels * kernels + kernels

    def pool(name, before):
        height, width, channels = before
        return name, (output_size(height, 2, 2), output_size(width, 2, 2), channels), 0

    def dense(name, before, units):
        return name, (units,), int(np.prod(before)) * units + units

    a = conv("conv1", (side, side, 1), 6, pad)
    b = pool("pool1", a[1])
    c = conv("conv2", b[1], 16)
    d = pool("pool2", c[1])
    e = conv("conv3", d[1], 120)
    f = dense("fc1", e[1], 84)
    return [a, b, c, d, e, f, dense("fc2", f[1], 10)]
