# %%
"""A12 · Pooling and activation functions, my solution.

Arrays that leave this module are read-only; names and numbers of the LeNet table are NumPy's.
"""

import functools
import sys
import time

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import sigmoid
from a10_convolution_1d import pad_amounts
from a11_convolution_2d import output_size

NOTHING = -np.inf
ROWS = 64


def sealed(function):
    """Let the arrays that a function returns be read-only."""

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        result = function(*args, **kwargs)
        for array in result[:1] if isinstance(result, tuple) else [result]:
            array.flags.writeable = False
        return result

    return wrapper


def framed(X, size, stride, padding, fill):
    """Return images with their border, where they lie in it, and how many windows fit; given."""
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


def windows(images, size, stride, places):
    """Yield place and window, from the top left on."""
    for i, j in np.ndindex(*places):
        yield (i, j), images[:, i * stride : i * stride + size, j * stride : j * stride + size]


# %%
@sealed
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    stride = np.int64(size if stride is None else stride)
    padded, _, places = framed(X, size, stride, padding, NOTHING)
    Y = np.empty((len(X), *places, X.shape[-1]))
    for (i, j), window in windows(padded, size, stride, places):
        window.max(axis=(1, 2), out=Y[:, i, j])
    return Y, (X, size, stride, padding)


@sealed
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    inside, (top, left), places = framed(np.ones(X.shape), size, stride, padding, 0)
    padded, _, _ = framed(X, size, stride, padding, NOTHING)
    slopes = np.zeros(padded.shape)
    N, C = len(X), X.shape[-1]
    at = np.arange(N)[:, None], np.arange(C)[None, :]
    pairs = zip(
        windows(padded, size, stride, places),
        windows(inside, size, stride, places),
        windows(slopes, size, stride, places),
    )
    for ((i, j), window), (_, real), (_, target) in pairs:
        # real cells that are as large as the maximum; argmax finds the first True
        wins = (window == window.max(axis=(1, 2), keepdims=True)) & (real > 0)
        first = wins.reshape(N, size * size, C).argmax(axis=1)
        target[at[0], first // size, first % size, at[1]] += dY[:, i, j]
    return slopes[:, top : top + X.shape[1], left : left + X.shape[2]]


# %%
@sealed
def avg_pool_forward(X, size=2, stride=None, padding="valid"):
    stride = np.int64(size if stride is None else stride)
    padded, _, places = framed(X, size, stride, padding, np.nan)
    Y = np.empty((len(X), *places, X.shape[-1]))
    for (i, j), window in windows(padded, size, stride, places):
        Y[:, i, j] = np.nanmean(window, axis=(1, 2))  # the border is nan and doesn't count
    return Y, (X, size, stride, padding)


@sealed
def avg_pool_backward(dY, cache):
    X, size, stride, padding = cache
    inside, (top, left), places = framed(np.ones(X.shape), size, stride, padding, 0)
    slopes = np.zeros(inside.shape)
    for ((i, j), real), (_, target) in zip(
        windows(inside, size, stride, places), windows(slopes, size, stride, places)
    ):
        target += real * dY[:, None, None, i, j] / real.sum(axis=(1, 2), keepdims=True)
    return slopes[:, top : top + X.shape[1], left : left + X.shape[2]]


# %%
_tanh = np.vectorize(lambda z: 2.0 * sigmoid(2.0 * z) - 1.0, otypes=[float])


def tanh_from_sigmoid(x):
    value = _tanh(np.asarray(x, dtype=float))
    return value, np.asarray((1 - value) * (1 + value))


# %%
class ReLU:
    """A layer that keeps positive entries and sets all others to 0."""

    __slots__ = ("params", "grads", "_positive")

    def __init__(self):
        self.params, self.grads = {}, {}

    def forward(self, x):
        self._positive = np.greater(x, 0)
        return self._through(x)

    def backward(self, dY):
        return self._through(dY)

    def _through(self, array):
        result = np.zeros(np.shape(array))
        np.copyto(result, array, where=self._positive)
        result.flags.writeable = False
        return result


# %%
def _sigmoid_pair(Z):
    A = sigmoid(Z)
    return A, A * (1 - A)


def _relu_pair(Z):
    layer = ReLU()
    return layer.forward(Z), layer.backward(np.ones(Z.shape))


def _tanh_pair(Z):
    return np.tanh(Z), 1 / np.cosh(Z) ** 2


PAIRS = dict(sigmoid=(_sigmoid_pair, 1), tanh=(_tanh_pair, 1), relu=(_relu_pair, 2))


@sealed
def gradient_norms(depth, width, activation, rng):
    if activation not in PAIRS.keys():
        raise ValueError(f"{activation} is none of {sorted(PAIRS)}")
    pair, gain = PAIRS[activation]
    A, dA = rng.normal(size=(2, ROWS, width))  # what goes in at the bottom, and at the top
    stack = []
    with np.errstate(over="ignore", under="ignore"):
        for _ in range(depth):
            W = rng.normal(0.0, (gain / width) ** 0.5, (width, width))
            value, slope = pair(A @ W)
            stack.append((A, W, slope))
            A = value

        def down(dA):
            for A, W, slope in reversed(stack):
                dZ = dA * slope
                yield np.linalg.norm(A.T @ dZ)
                dA = dZ @ W.T

        return np.fromiter(down(dA), dtype=float, count=depth)


# %%
def lenet5_shapes(side=32, pad=0):
    kernels = np.array([6, 6, 16, 16, 120])
    sides = [output_size(side, 5, pad=pad)]
    for window in (2, 5, 2, 5):
        sides.append(output_size(sides[-1], window, stride=2 if window == 2 else 1))
    sides = np.array([int(n) for n in sides])
    weights = np.array([25 * 1, 0, 25 * 6, 0, 25 * 16])
    parameters = np.where(weights > 0, (weights + 1) * kernels, 0)
    names = np.array(["conv1", "pool1", "conv2", "pool2", "conv3", "fc1", "fc2"])
    rows = [
        (name, (n, n, k), p) for name, n, k, p in zip(names, sides, kernels, parameters)
    ]
    dense = np.array([sides[-1] ** 2 * kernels[-1], 84, 10])
    for name, n, k in zip(names[5:], dense, dense[1:]):
        rows.append((name, (k,), (n + 1) * k))
    return rows


# %% an experiment of my own: how much slower is np.vectorize?
numbers = np.random.default_rng(0).normal(size=(100, 100))
start = time.perf_counter()
tanh_from_sigmoid(numbers)
mine = time.perf_counter() - start
start = time.perf_counter()
np.tanh(numbers)
print(f"tanh_from_sigmoid takes {mine / (time.perf_counter() - start):.0f} times as long as np.tanh")

# %%
if __name__ == "__main__":
    import figures

    figures.pooling(sys.modules[__name__])
    figures.activations(sys.modules[__name__])
    figures.lenet(sys.modules[__name__])
