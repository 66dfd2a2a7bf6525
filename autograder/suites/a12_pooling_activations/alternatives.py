"""Correct implementations of A12 that differ from the reference in algorithm or dtype: all get full marks."""

import numpy as np
from a12_pooling_activations import *

from autograder.checks import alternative


@alternative("A12.1", "one running maximum per cell of the window, single precision")
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    if stride is None:
        stride = size
    padded, _, (rows, columns) = framed(X, size, stride, padding, -np.inf)
    padded = padded.astype(np.float32)
    Y = np.full((len(X), rows, columns, X.shape[-1]), -np.inf, dtype=np.float32)
    for r, q in np.ndindex(size, size):
        down = slice(r, r + (rows - 1) * stride + 1, stride)
        across = slice(q, q + (columns - 1) * stride + 1, stride)
        Y = np.maximum(Y, padded[:, down, across])
    return Y, (X.copy(), size, stride, padding)


@alternative("A12.1", "sliding_window_view on images padded by hand")
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    stride = stride or size
    mode = padding.lower()
    if mode not in ("valid", "same"):
        raise ValueError("padding")
    Z = X.astype(float)
    if mode == "same":
        frame = [(0, 0)]
        for side in X.shape[1:3]:
            total = max((int(np.ceil(side / stride)) - 1) * stride + size - side, 0)
            frame.append((total // 2, total - total // 2))
        Z = np.pad(Z, [*frame, (0, 0)], constant_values=-np.inf)
    windows = np.lib.stride_tricks.sliding_window_view(Z, (size, size), axis=(1, 2))
    return windows[:, ::stride, ::stride].max(axis=(-1, -2)), (X, size, stride, padding)


@alternative("A12.1", "number by number, in plain Python")
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    step = size if stride is None else stride
    _, (top, left), (rows, columns) = framed(X, size, step, padding, 0)
    N, H, W, C = X.shape

    def cell(n, i, j, c):
        down = range(max(i * step - top, 0), min(i * step - top + size, H))
        across = range(max(j * step - left, 0), min(j * step - left + size, W))
        return max(float(X[n, r, q, c]) for r in down for q in across)

    Y = [[[[cell(n, i, j, c) for c in range(C)] for j in range(columns)] for i in range(rows)]
         for n in range(N)]  # fmt: skip
    return np.array(Y), (X, size, step, padding)


@alternative("A12.1", "rows first, then columns, channels first inside, a list")
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    stride = size if stride is None else stride
    padded, _, (rows, columns) = framed(X, size, stride, padding, -np.inf)
    Z = padded.transpose(0, 3, 1, 2)
    Z = np.stack([Z[:, :, i * stride : i * stride + size].max(axis=2) for i in range(rows)], axis=2)
    Z = np.stack(
        [Z[..., j * stride : j * stride + size].max(axis=3) for j in range(columns)], axis=3
    )
    return [Z.transpose(0, 2, 3, 1), [X, size, stride, padding]]


@alternative("A12.2", "number by number, in plain Python")
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    N, H, W, C = X.shape
    _, (top, left), (rows, columns) = framed(X, size, stride, padding, 0)
    dX = np.zeros((N, H, W, C))
    for n in range(N):
        for c in range(C):
            for i in range(rows):
                for j in range(columns):
                    best, place = None, None
                    for r in range(i * stride - top, i * stride - top + size):
                        for q in range(j * stride - left, j * stride - left + size):
                            if not (0 <= r < H and 0 <= q < W):
                                continue
                            if best is None or X[n, r, q, c] > best:
                                best, place = X[n, r, q, c], (n, r, q, c)
                    dX[place] += dY[n, i, j, c]
    return dX


@alternative("A12.2", "a mask per window, ties struck out by a running count, single precision")
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    H, W = X.shape[1:3]
    padded, (up, aside), (rows, columns) = framed(X, size, stride, padding, -np.inf)
    dpadded = np.zeros(padded.shape, dtype=np.float32)
    for i, j in np.ndindex(rows, columns):
        place = np.s_[:, i * stride : i * stride + size, j * stride : j * stride + size]
        window = padded[place]
        flat = window.reshape(len(X), -1, X.shape[3])
        mask = flat == flat.max(axis=1, keepdims=True)
        mask &= np.cumsum(mask, axis=1) == 1
        slopes = mask * dY[:, i, j][:, None].astype(np.float32)
        dpadded[place] += slopes.reshape(window.shape)
    return dpadded[:, up : up + H, aside : aside + W]


@alternative("A12.2", "numbers of the winning cells, then np.add.at")
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    padded, _, _ = framed(X, size, stride, padding, -np.inf)
    numbers, _, _ = framed(np.arange(X.size).reshape(X.shape), size, stride, padding, -1)
    view = np.lib.stride_tricks.sliding_window_view
    windows = view(padded, (size, size), axis=(1, 2))[:, ::stride, ::stride]
    cells = view(numbers, (size, size), axis=(1, 2))[:, ::stride, ::stride]
    winner = windows.reshape(*dY.shape, -1).argmax(axis=-1)[..., None]
    places = np.take_along_axis(cells.reshape(*dY.shape, -1), winner, axis=-1)[..., 0]
    dX = np.zeros(X.size)
    np.add.at(dX, places.astype(int).ravel(), dY.ravel())
    return dX.reshape(X.shape)


@alternative(
    "A12.2", "one shifted copy per cell of the window; the first to reach the maximum is ticked off"
)
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    H, W = X.shape[1:3]
    Y, _ = max_pool_forward(X, size, stride, padding)
    padded, (up, aside), (rows, columns) = framed(X, size, stride, padding, -np.inf)
    dpadded, open_still = np.zeros_like(padded), np.ones(Y.shape, dtype=bool)
    for r, q in np.ndindex(size, size):
        place = np.s_[:, r : r + (rows - 1) * stride + 1 : stride, q : q + (columns - 1) * stride + 1 : stride]  # fmt: skip
        wins = open_still & (padded[place] == Y)
        dpadded[place] += np.where(wins, dY, 0)
        open_still &= ~wins
    return dpadded[:, up : up + H, aside : aside + W]


@alternative("A12.3", "a border of nan and nanmean")
def avg_pool_forward(X, size=2, stride=None, padding="valid"):
    stride = size if stride is None else stride
    padded, _, (rows, columns) = framed(X, size, stride, padding, np.nan)
    Y = np.empty((len(X), rows, columns, X.shape[3]))
    for i, j in np.ndindex(rows, columns):
        window = padded[:, i * stride : i * stride + size, j * stride : j * stride + size]
        Y[:, i, j] = np.nanmean(window, axis=(1, 2))
    return Y, (X, size, stride, padding)


@alternative("A12.3", "one shifted sum per cell of the window, single precision, a list")
def avg_pool_forward(X, size=2, stride=None, padding="valid"):
    stride = size if stride is None else stride
    padded, _, (rows, columns) = framed(X, size, stride, padding, 0)
    inside, _, _ = framed(np.ones(X.shape), size, stride, padding, 0)
    total, cells = np.float32(0), np.float32(0)
    for r, q in np.ndindex(size, size):
        place = np.s_[:, r : r + (rows - 1) * stride + 1 : stride, q : q + (columns - 1) * stride + 1 : stride]  # fmt: skip
        total = total + padded[place].astype(np.float32)
        cells = cells + inside[place].astype(np.float32)
    return [total / cells, [X, size, stride, padding]]


@alternative("A12.3", "windows cut at the edge of the image: nothing is padded")
def avg_pool_forward(X, size=2, stride=None, padding="valid"):
    step = size if stride is None else stride
    _, (top, left), (rows, columns) = framed(X, size, step, padding, 0)
    Y = []
    for i in range(rows):
        down = slice(max(i * step - top, 0), i * step - top + size)
        for j in range(columns):
            across = slice(max(j * step - left, 0), j * step - left + size)
            Y.append(X[:, down, across].mean(axis=(1, 2)))
    Y = np.array(Y).reshape(rows, columns, len(X), -1).transpose(2, 0, 1, 3)
    return Y, (X, size, step, padding)


@alternative("A12.3", "differences of running sums")
def avg_pool_forward(X, size=2, stride=None, padding="valid"):
    stride = size if stride is None else stride

    def sums(Z):
        padded, _, (rows, columns) = framed(Z, size, stride, padding, 0)
        total = np.pad(padded.cumsum(axis=1).cumsum(axis=2), ((0, 0), (1, 0), (1, 0), (0, 0)))
        i, j = np.arange(rows)[:, None] * stride, np.arange(columns) * stride
        return (total[:, i + size, j + size] - total[:, i, j + size]
                - total[:, i + size, j] + total[:, i, j])  # fmt: skip

    return sums(X) / sums(np.ones(X.shape)), (X, size, stride, padding)


@alternative("A12.4", "number by number, in plain Python")
def avg_pool_backward(dY, cache):
    X, size, stride, padding = cache
    H, W = X.shape[1:3]
    _, (top, left), _ = framed(X, size, stride, padding, 0)
    dX = np.zeros(X.shape)
    for n, i, j, c in np.ndindex(dY.shape):
        cells = [
            (n, r, q, c)
            for r in range(i * stride - top, i * stride - top + size)
            for q in range(j * stride - left, j * stride - left + size)
            if 0 <= r < H and 0 <= q < W
        ]
        for cell in cells:
            dX[cell] += dY[n, i, j, c] / len(cells)
    return dX


@alternative("A12.4", "one shifted copy per cell of the window, single precision")
def avg_pool_backward(dY, cache):
    X, size, stride, padding = cache
    H, W = X.shape[1:3]
    inside, (up, aside), (rows, columns) = framed(np.ones(X.shape), size, stride, padding, 0)
    inside = inside.astype(np.float32)
    places = [
        np.s_[:, r : r + (rows - 1) * stride + 1 : stride, q : q + (columns - 1) * stride + 1 : stride]
        for r in range(size)
        for q in range(size)
    ]  # fmt: skip
    shares = dY.astype(np.float32) / sum(inside[place] for place in places)
    dpadded = np.zeros_like(inside)
    for place in places:
        dpadded[place] += shares
    return dpadded[:, up : up + H, aside : aside + W]


@alternative("A12.4", "the transposed matrix of the forward pass, one matrix per direction")
def avg_pool_backward(dY, cache):
    X, size, stride, padding = cache

    def matrix(axis):
        side = X.shape[axis]
        _, corner, places = framed(np.zeros((1, side, side, 1)), size, stride, padding, 0)
        M = np.zeros((places[0], side))
        for i in range(places[0]):
            start = i * stride - corner[0]
            M[i, max(start, 0) : start + size] = 1
        return M / M.sum(axis=1, keepdims=True)

    return np.einsum("ih,jw,nijc->nhwc", matrix(1), matrix(2), dY)


@alternative("A12.5", "NumPy's tanh")
def tanh_from_sigmoid(x):
    value = np.tanh(x)
    return value, 1 - value**2


@alternative("A12.5", "the sigmoid's own slope, times 4, in a list")
def tanh_from_sigmoid(x):
    s = sigmoid(2 * np.asarray(x, dtype=float))
    return [2 * s - 1, 4 * s * (1 - s)]


@alternative("A12.5", "single precision")
def tanh_from_sigmoid(x):
    value = (2 * sigmoid(2 * np.asarray(x, dtype=float)) - 1).astype(np.float32)
    return value, (1 - value) * (1 + value)


@alternative("A12.5", "number by number, with math.exp")
def tanh_from_sigmoid(x):
    import math

    def one(x):
        e = math.exp(-2 * abs(x))
        value = math.copysign((1 - e) / (1 + e), x)
        return value, 4 * e / (1 + e) ** 2

    if np.ndim(x) == 0:
        return one(float(x))
    pairs = [one(float(entry)) for entry in np.ravel(x)]
    return tuple(np.array(part).reshape(np.shape(x)) for part in zip(*pairs, strict=True))


@alternative("A12.6", "keeps the input, np.where both ways")
class ReLU:
    def __init__(self):
        self.params, self.grads = {}, {}

    def forward(self, x):
        self.x = x
        return np.where(x > 0, x, 0)

    def backward(self, dY):
        return np.where(self.x > 0, dY, 0.0)


@alternative("A12.6", "keeps the output; copies, zeros where it isn't positive; single precision")
class ReLU:
    def __init__(self):
        self.params = {}
        self.grads = {}
        self.output = None

    def forward(self, x):
        self.output = np.array(x, dtype=np.float32)
        self.output[self.output < 0] = 0
        return self.output

    def backward(self, dY):
        dX = np.array(dY, dtype=np.float32)
        dX[self.output <= 0] = 0
        return dX


@alternative("A12.6", "half the sum of x and its absolute value, the sign as the slope")
class ReLU:
    def __init__(self):
        self.params = {}
        self.grads = {}

    def forward(self, x):
        self.cache = (np.abs(x) + x) / 2
        return self.cache

    def backward(self, dY):
        return np.sign(self.cache) * dY


@alternative("A12.7", "layer by layer, drawn as they are needed, keeping Z")
def gradient_norms(depth, width, activation, rng):
    if activation not in ("sigmoid", "tanh", "relu"):
        raise ValueError(f"unknown activation {activation}")
    A, stack = rng.standard_normal((64, width)), []
    for _ in range(depth):
        gain = 2.0 if activation == "relu" else 1.0
        W = rng.standard_normal((width, width)) * np.sqrt(gain / width)
        Z = A @ W
        stack.append((A, W, Z))
        if activation == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
        elif activation == "tanh":
            A = np.tanh(Z)
        else:
            A = Z * (Z > 0)
    dA = rng.standard_normal((64, width))
    norms = []
    while stack:
        A, W, Z = stack.pop()
        if activation == "sigmoid":
            slope = sigmoid(Z) * (1 - sigmoid(Z))
        elif activation == "tanh":
            slope = 1 / np.cosh(Z) ** 2
        else:
            slope = np.where(Z > 0, 1.0, 0.0)
        dZ = dA * slope
        norms.append(float(np.linalg.norm(A.T @ dZ)))
        dA = dZ @ W.T
    return np.array(norms)


@alternative("A12.7", "single precision, the derivative drawn first, norms filled in from the end")
def gradient_norms(depth, width, activation, rng):
    functions = {
        "sigmoid": lambda z: sigmoid(z.astype(float)).astype(np.float32),
        "tanh": np.tanh,
        "relu": lambda z: z.clip(0),
    }
    if activation not in functions:
        raise ValueError("activation")
    dA = rng.normal(size=(64, width)).astype(np.float32)
    std = np.sqrt(2 / (width + width)) * (np.sqrt(2) if activation == "relu" else 1)
    weights = [rng.normal(scale=std, size=(width, width)).astype(np.float32) for _ in range(depth)]
    outputs = [rng.normal(size=(64, width)).astype(np.float32)]
    for W in weights:
        outputs.append(functions[activation](outputs[-1] @ W))
    norms = np.empty(depth, dtype=np.float32)
    for back, W in enumerate(reversed(weights)):
        A, below = outputs[depth - back], outputs[depth - back - 1]
        slope = {"sigmoid": A - A**2, "tanh": (1 - A) * (1 + A), "relu": np.sign(A)}[activation]
        dZ = dA * slope
        norms[back] = np.sqrt(np.einsum("ij,ij->", below.T @ dZ, below.T @ dZ))
        dA = np.einsum("mk,nk->mn", dZ, W)
    return norms


@alternative("A12.7", "recursive: a layer calls the layers above it and returns its own norm last")
def gradient_norms(depth, width, activation, rng):
    if activation == "relu":
        std, f, slope = np.sqrt(2 / width), lambda z: np.maximum(0, z), lambda z, a: z > 0
    elif activation == "tanh":
        std, f, slope = width**-0.5, np.tanh, lambda z, a: 1 - a * a
    elif activation == "sigmoid":
        std, f, slope = width**-0.5, sigmoid, lambda z, a: a * (1 - a)
    else:
        raise ValueError(activation)

    def through(A, left):
        if not left:
            return rng.normal(0, 1, A.shape), []
        W = rng.normal(0, std, (width, width))
        Z = A @ W
        above = f(Z)
        dA, norms = through(above, left - 1)
        dZ = dA * slope(Z, above)
        return dZ @ W.T, [*norms, np.sum((A.T @ dZ) ** 2) ** 0.5]

    return np.array(through(rng.normal(0, 1, (64, width)), depth)[1])


@alternative("A12.8", "a loop over a table of layers, lists for tuples")
def lenet5_shapes(side=32, pad=0):
    rows, here, channels = [], side + 2 * pad, 1
    for name, kernels in (("conv1", 6), ("pool1", 0), ("conv2", 16), ("pool2", 0), ("conv3", 120)):
        window = 5 if kernels else 2
        if here < window:
            raise ValueError("too small")
        here = here - 4 if kernels else here // 2
        weights = kernels * (25 * channels + 1)
        channels = kernels or channels
        rows.append([name, [here, here, channels], weights])
    inputs = here**2 * channels
    for name, units in (("fc1", 84), ("fc2", 10)):
        rows.append([name, [units], units * inputs + units])
        inputs = units
    return rows


@alternative("A12.8", "shapes from real arrays, parameters from their sizes")
def lenet5_shapes(side=32, pad=0):
    x = np.zeros((side + 2 * pad, side + 2 * pad, 1))
    rows = []
    for number, kernels in enumerate((6, 16, 120), start=1):
        K = np.zeros((5, 5, x.shape[2], kernels))
        x = np.zeros((output_size(x.shape[0], 5), output_size(x.shape[1], 5), kernels))
        rows.append((f"conv{number}", x.shape, np.int64(K.size + kernels)))
        if number < 3:
            x, _ = max_pool_forward(x[None], 2, 2)
            x = x[0]
            rows.append((f"pool{number}", x.shape, 0))
    x = x.ravel()
    for number, units in enumerate((84, 10), start=1):
        rows.append((f"fc{number}", (units,), (x.size + 1) * units))
        x = np.zeros(units)
    return tuple(rows)
