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
    if stride == None:
        stride = size
    padded, corner, places = framed(X, size, stride, padding, float("-inf"))
    N = padded.shape[0]
    C = padded.shape[3]
    Y = np.zeros((N, places[0], places[1], C))
    for n in range(N):
        for c in range(C):
            for i in range(places[0]):
                for j in range(places[1]):
                    best = float("-inf")
                    for r in range(size):
                        for q in range(size):
                            value = padded[n, i * stride + r, j * stride + q, c]
                            if value > best:
                                best = value
                    Y[n, i, j, c] = best
    print("max pooling:", Y.shape)
    return Y, (X, size, stride, padding)


# %% task="A12.2"
def max_pool_backward(dY, cache):
    X = cache[0]
    size = cache[1]
    stride = cache[2]
    padding = cache[3]
    padded, corner, places = framed(X, size, stride, padding, float("-inf"))
    N, H, W, C = np.array(X).shape
    dX = np.zeros((N, H, W, C))
    for n in range(N):
        for c in range(C):
            for i in range(places[0]):
                for j in range(places[1]):
                    best = float("-inf")
                    best_row = None
                    best_column = None
                    for r in range(size):
                        for q in range(size):
                            value = padded[n, i * stride + r, j * stride + q, c]
                            if value > best:
                                best = value
                                best_row = i * stride + r - corner[0]
                                best_column = j * stride + q - corner[1]
                    dX[n, best_row, best_column, c] = dX[n, best_row, best_column, c] + dY[n, i, j, c]
    return dX


# %% task="A12.3"
def avg_pool_forward(X, size=2, stride=None, padding="valid"):
    if stride == None:
        stride = size
    padded, corner, places = framed(X, size, stride, padding, 0)
    N, H, W, C = np.array(X).shape
    Y = np.zeros((N, places[0], places[1], C))
    for n in range(N):
        for c in range(C):
            for i in range(places[0]):
                for j in range(places[1]):
                    total = 0.0
                    count = 0
                    for r in range(i * stride, i * stride + size):
                        for q in range(j * stride, j * stride + size):
                            if corner[0] <= r < corner[0] + H and corner[1] <= q < corner[1] + W:
                                total += padded[n, r, q, c]
                                count += 1
                    Y[n, i, j, c] = total / count
    return Y, (X, size, stride, padding)


# %% task="A12.4"
def avg_pool_backward(dY, cache):
    X, size, stride, padding = cache
    padded, corner, places = framed(X, size, stride, padding, 0)
    N, H, W, C = np.array(X).shape
    dX = np.zeros((N, H, W, C))
    for i in range(places[0]):
        for j in range(places[1]):
            cells = []
            for r in range(i * stride, i * stride + size):
                for q in range(j * stride, j * stride + size):
                    row = r - corner[0]
                    column = q - corner[1]
                    if row >= 0 and row < H and column >= 0 and column < W:
                        cells.append((row, column))
            for row, column in cells:
                for n in range(N):
                    for c in range(C):
                        dX[n, row, column, c] += dY[n, i, j, c] / len(cells)
    return dX


# %% task="A12.5"
def tanh_from_sigmoid(x):
    twice = 2.0 * np.array(x, dtype=float)
    s = sigmoid(twice)
    value = 2.0 * s - 1.0
    derivative = (1.0 - value) * (1.0 + value)
    return value, derivative


# %% task="A12.6"
class ReLU:
    def __init__(self):
        self.params = {}
        self.grads = {}
        self.x = None

    def forward(self, x):
        self.x = np.array(x)
        y = np.array(x)
        y[y < 0] = 0
        return y

    def backward(self, dY):
        dX = np.array(dY)
        dX[self.x <= 0] = 0
        return dX


# %% task="A12.7"
def gradient_norms(depth, width, activation, rng):
    if activation != "sigmoid" and activation != "tanh" and activation != "relu":
        raise ValueError("activation must be sigmoid, tanh or relu")
    if activation == "relu":
        sigma = (2 / width) ** 0.5
    else:
        sigma = (1 / width) ** 0.5
    a = rng.normal(size=(64, width))
    before = []
    after = []
    weights = []
    for layer in range(depth):
        W = sigma * rng.normal(size=(width, width))
        z = a.dot(W)
        before.append(a)
        if activation == "relu":
            a = np.where(z > 0, z, 0)
        if activation == "tanh":
            a = np.tanh(z)
        if activation == "sigmoid":
            a = sigmoid(z)
        after.append(a)
        weights.append(W)
    d = rng.normal(size=(64, width))
    norms = []
    layer = depth - 1
    while layer >= 0:
        y = after[layer]
        if activation == "relu":
            dz = np.where(y > 0, d, 0)
        if activation == "tanh":
            dz = d * (1 - y * y)
        if activation == "sigmoid":
            dz = d * y * (1 - y)
        dW = before[layer].T.dot(dz)
        norms.append((dW * dW).sum() ** 0.5)
        d = dz.dot(weights[layer].T)
        layer = layer - 1
    return np.array(norms)


# %% task="A12.8"
def lenet5_shapes(side=32, pad=0):
    result = []
    s = side + pad + pad
    channels = 1
    for name, kernels in [("conv1", 6), ("pool1", 0), ("conv2", 16), ("pool2", 0), ("conv3", 120)]:
        if name[:4] == "conv":
            s = s - 4
            parameters = 25 * channels * kernels + kernels
            channels = kernels
        else:
            s = s // 2
            parameters = 0
        if s < 1:
            raise ValueError("the image is too small for " + name)
        result.append((name, (s, s, channels), parameters))
    inputs = s * s * channels
    result.append(("fc1", (84,), inputs * 84 + 84))
    result.append(("fc2", (10,), 84 * 10 + 10))
    return result
