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
    s = size
    if stride is not None:
        s = stride
    padded, _, (rows, columns) = framed(X, size, s, padding, -np.inf)
    maps = np.moveaxis(padded, 3, 1).reshape(-1, padded.shape[1], padded.shape[2])
    Y = np.array(
        [
            [[image[i * s : i * s + size, j * s : j * s + size].max() for j in range(columns)] for i in range(rows)]
            for image in maps
        ]
    )
    Y = Y.reshape(padded.shape[0], padded.shape[3], rows, columns)
    return np.moveaxis(Y, 1, 3), (X, size, s, padding)


# %% task="A12.2"
def max_pool_backward(dY, cache):
    X, size, s, padding = cache
    padded, (top, left), (rows, columns) = framed(X, size, s, padding, -np.inf)
    dX = np.zeros(np.shape(X))
    for n, i, j, c in np.ndindex(len(X), rows, columns, np.shape(X)[3]):
        window = padded[n, i * s : i * s + size, j * s : j * s + size, c]
        # argwhere lists the winners in row order
        r, q = np.argwhere(window == window.max())[0]
        dX[n, i * s + r - top, j * s + q - left, c] += dY[n][i][j][c]
    return dX


# %% task="A12.3"
def avg_pool_forward(X, size=2, stride=None, padding="valid"):
    s = size
    if stride is not None:
        s = stride
    padded, _, (rows, columns) = framed(X, size, s, padding, np.nan)
    Y = np.empty((padded.shape[0], rows, columns, padded.shape[3]))
    for place in np.ndindex(Y.shape):
        n, i, j, c = place
        window = padded[n, i * s : i * s + size, j * s : j * s + size, c]
        Y[place] = np.mean(window[~np.isnan(window)])
    return Y, (X, size, s, padding)


# %% task="A12.4"
def avg_pool_backward(dY, cache):
    X, size, s, padding = cache
    N, H, W, C = np.shape(X)
    _, (top, left), (rows, columns) = framed(X, size, s, padding, 0)
    dX = np.zeros((N, H, W, C))
    for i in range(rows):
        first, last = max(i * s - top, 0), min(i * s - top + size, H)
        for j in range(columns):
            begin, end = max(j * s - left, 0), min(j * s - left + size, W)
            cells = (last - first) * (end - begin)
            for n in range(N):
                for c in range(C):
                    dX[n, first:last, begin:end, c] += dY[n, i, j, c] / cells
    return dX


# %% task="A12.5"
def tanh_from_sigmoid(x):
    shape = np.shape(x)
    value = np.array([2 * float(sigmoid(2.0 * float(one))) - 1 for one in np.ravel(x)]).reshape(shape)
    return value, (1 - value) * (1 + value)


# %% task="A12.6"
class ReLU:
    def __init__(self):
        self.params = {}
        self.grads = {}

    def forward(self, x):
        x = np.asarray(x, dtype=float)
        self.shape = x.shape
        self.positive = [bool(one > 0) for one in x.flat]
        return np.array([one if keep else 0.0 for one, keep in zip(x.flat, self.positive)]).reshape(x.shape)

    def backward(self, dY):
        slopes = np.asarray(dY, dtype=float).flat
        kept = [one if keep else 0.0 for one, keep in zip(slopes, self.positive)]
        return np.array(kept).reshape(self.shape)


# %% task="A12.7"
def gradient_norms(depth, width, activation, rng):
    if activation in ("sigmoid", "tanh"):
        std = 1 / np.sqrt(width)
    elif activation == "relu":
        std = np.sqrt(2) / np.sqrt(width)
    else:
        raise ValueError("activation must be one of sigmoid, tanh, relu")
    inputs = {}
    weights = {}
    outputs = {}
    a = rng.standard_normal(size=(64, width))
    for l in range(1, depth + 1):
        inputs[l] = a
        weights[l] = std * rng.standard_normal(size=(width, width))
        z = inputs[l] @ weights[l]
        if activation == "sigmoid":
            a = sigmoid(z)
        elif activation == "tanh":
            a, _ = tanh_from_sigmoid(z)
        else:
            a = ReLU().forward(z)
        outputs[l] = a
    grad = rng.standard_normal(size=a.shape)
    sizes = []
    for l in sorted(weights, reverse=True):
        a = outputs[l]
        slope = {"sigmoid": a * (1 - a), "tanh": 1 - a * a, "relu": np.where(a > 0, 1, 0)}[activation]
        grad = slope * grad
        sizes.append(np.sqrt(((inputs[l].T @ grad) ** 2).sum()))
        grad = grad @ weights[l].T
    return np.array(sizes)


# %% task="A12.8"
def lenet5_shapes(side=32, pad=0):
    n = side + 2 * pad
    if n < 32:
        raise ValueError("LeNet-5 needs 32 by 32 cells, zeros included")
    c1 = n - 4
    p1 = c1 // 2
    c2 = p1 - 4
    p2 = c2 // 2
    c3 = p2 - 4
    return [
        ("conv1", (c1, c1, 6), 156),
        ("pool1", (p1, p1, 6), 0),
        ("conv2", (c2, c2, 16), 2416),
        ("pool2", (p2, p2, 16), 0),
        ("conv3", (c3, c3, 120), 48120),
        ("fc1", (84,), 84 * (120 * c3**2 + 1)),
        ("fc2", (10,), 850),
    ]
