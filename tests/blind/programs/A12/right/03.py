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


def offsets(size, stride, rows, columns):
    """For each cell of the window, in row order, where it lies under all windows."""
    for r in range(size):
        for q in range(size):
            yield (
                slice(None),
                slice(r, r + stride * (rows - 1) + 1, stride),
                slice(q, q + stride * (columns - 1) + 1, stride),
            )


# %% task="A12.1"
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    stride = stride or size
    padded, _, places = framed(X, size, stride, padding, -np.inf)
    Y = None
    for here in offsets(size, stride, *places):
        Y = padded[here].copy() if Y is None else np.maximum(Y, padded[here])
    return Y, (X, size, stride, padding)


# %% task="A12.2"
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    padded, (up, aside), places = framed(X, size, stride, padding, -np.inf)
    Y, _ = max_pool_forward(X, size, stride, padding)
    left_over = np.array(dY, dtype=float)  # what no cell has taken yet
    dX = np.zeros(padded.shape)
    for here in offsets(size, stride, *places):
        won = padded[here] == Y
        dX[here] += np.where(won, left_over, 0)
        left_over[won] = 0
    return dX[:, up:, aside:][:, : np.shape(X)[1], : np.shape(X)[2]]


# %% task="A12.3"
def avg_pool_forward(X, size=2, stride=None, padding="valid"):
    stride = stride or size
    padded, _, places = framed(X, size, stride, padding, 0)
    ones, _, _ = framed(np.ones((1, *np.shape(X)[1:3], 1)), size, stride, padding, 0)
    total = sum(padded[here] for here in offsets(size, stride, *places))
    count = sum(ones[here] for here in offsets(size, stride, *places))
    return total / count, (X, size, stride, padding)


# %% task="A12.4"
def avg_pool_backward(dY, cache):
    X, size, stride, padding = cache
    _, height, width, _ = np.shape(X)
    ones, (up, aside), places = framed(np.ones((1, height, width, 1)), size, stride, padding, 0)
    count = sum(ones[here] for here in offsets(size, stride, *places))
    dX = np.zeros((len(X), *ones.shape[1:3], np.shape(X)[3]))
    for here in offsets(size, stride, *places):
        dX[here] += dY / count
    return dX[:, up : up + height, aside : aside + width]


# %% task="A12.5"
def tanh_from_sigmoid(x):
    s = sigmoid(2 * np.asarray(x, float))
    value = s - (1 - s)
    return value, (1 - value) * (1 + value)


# %% task="A12.6"
class ReLU:
    def __init__(self):
        self.params, self.grads = {}, {}

    def forward(self, x):
        self._factor = np.heaviside(x, 0)
        return np.clip(x, 0, None)

    def backward(self, dY):
        return np.multiply(self._factor, dY)


# %% task="A12.7"
class Stack:
    """Layers f(A @ W) without biases."""

    def __init__(self, depth, width, name, rng):
        if name not in {"sigmoid", "tanh", "relu"}:
            raise ValueError(name)
        self.name = name
        self.W = [
            rng.normal(scale=np.sqrt((1 + (name == "relu")) / width), size=(width, width))
            for _ in range(depth)
        ]

    def f(self, z):
        return {"sigmoid": sigmoid, "tanh": np.tanh, "relu": lambda z: z * (z > 0)}[self.name](z)

    def slope(self, z):
        if self.name == "relu":
            return z > 0
        if self.name == "tanh":
            return 1 / np.cosh(z) ** 2
        return sigmoid(z) * sigmoid(-z)

    def forward(self, A):
        self.A, self.Z = [], []
        for W in self.W:
            self.A.append(A)
            self.Z.append(A @ W)
            A = self.f(self.Z[-1])
        return A

    def backward(self, dA):
        norms = []
        while self.W:
            W, A, Z = self.W.pop(), self.A.pop(), self.Z.pop()
            dZ = dA * self.slope(Z)
            norms.append(np.linalg.norm((A.T @ dZ).ravel()))
            dA = dZ @ W.T
        return np.array(norms)


def gradient_norms(depth, width, activation, rng):
    stack = Stack(depth, width, activation, rng)
    A = stack.forward(rng.normal(size=(64, width)))
    return stack.backward(rng.normal(size=A.shape))


# %% task="A12.8"
def lenet5_shapes(side=32, pad=0):
    plan = "conv1 6, pool1, conv2 16, pool2, conv3 120, fc1 84, fc2 10"
    shape = (side + 2 * pad, side + 2 * pad, 1)
    result = []
    for entry in plan.split(", "):
        name, *units = entry.split()
        units = [int(u) for u in units]
        if name.startswith("pool"):
            shape = (output_size(shape[0], 2, 2), output_size(shape[1], 2, 2), shape[2])
            count = 0
        elif name.startswith("conv"):
            count = units[0] + units[0] * 25 * shape[2]
            shape = (output_size(shape[0], 5), output_size(shape[1], 5), units[0])
        else:
            inputs = 1
            for s in shape:
                inputs *= s
            count, shape = units[0] + units[0] * inputs, (units[0],)
        result.append((name, shape, count))
    return result
