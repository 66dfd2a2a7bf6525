# %%
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import sigmoid
from a10_convolution_1d import pad_amounts
from a11_convolution_2d import output_size
from numpy.lib.stride_tricks import sliding_window_view

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


def views(padded: np.ndarray, size: int, stride: int) -> np.ndarray:
    """All windows, as a view (N, rows, columns, C, size, size)."""
    return sliding_window_view(padded, (size, size), axis=(1, 2))[:, ::stride, ::stride]


def max_pool_forward(X, size: int = 2, stride: int | None = None, padding: str = "valid"):
    step = size if stride is None else stride
    padded, _, _ = framed(X, size, step, padding, -np.inf)
    return views(padded, size, step).max(axis=(-2, -1)), (X, size, step, padding)


def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    padded, (top, left), _ = framed(X, size, stride, padding, -np.inf)
    windows = views(padded, size, stride)
    N, rows, columns, C = windows.shape[:4]
    winner = windows.reshape(N, rows, columns, C, -1).argmax(axis=-1)
    n, i, j, c = np.indices(winner.shape)
    dX = np.zeros(padded.shape)
    np.add.at(dX, (n, i * stride + winner // size, j * stride + winner % size, c), np.asarray(dY))
    _, H, W, _ = np.shape(X)
    return dX[:, top : top + H, left : left + W]


def avg_pool_forward(X, size: int = 2, stride: int | None = None, padding: str = "valid"):
    step = size if stride is None else stride
    padded, _, _ = framed(X, size, step, padding, np.nan)
    return np.nanmean(views(padded, size, step), axis=(-2, -1)), (X, size, step, padding)


def avg_pool_backward(dY, cache):
    X, size, stride, padding = cache
    marked, (top, left), _ = framed(np.ones(np.shape(X)), size, stride, padding, 0.0)
    shares = np.asarray(dY, dtype=np.float64) / views(marked, size, stride).sum(axis=(-2, -1))
    dX = np.zeros(marked.shape)
    target = sliding_window_view(dX, (size, size), axis=(1, 2), writeable=True)[:, ::stride, ::stride]
    for r, q in np.ndindex(size, size):
        target[..., r, q] += shares
    _, H, W, _ = np.shape(X)
    return dX[:, top : top + H, left : left + W]


def tanh_from_sigmoid(x):
    value = 2 * sigmoid(np.multiply(2.0, x)) - 1
    return value, (1 - value) * (1 + value)


class ReLU:
    def __init__(self) -> None:
        self.params: dict = {}
        self.grads: dict = {}

    def forward(self, x):
        self.mask = np.greater(x, 0)
        return np.maximum(x, 0)

    def backward(self, dY):
        return dY * self.mask


ACTIVATIONS = {
    "sigmoid": (sigmoid, lambda a: a * (1 - a), 1),
    "tanh": (np.tanh, lambda a: 1 - a**2, 1),
    "relu": (lambda z: np.maximum(z, 0), lambda a: (a > 0).astype(float), 2),
}


def gradient_norms(depth, width, activation, rng):
    try:
        f, slope, gain = ACTIVATIONS[activation]
    except KeyError:
        raise ValueError(f"no activation {activation!r}") from None
    W = rng.standard_normal((depth, width, width)) * np.sqrt(gain / width)
    A = [rng.standard_normal((64, width))]
    for matrix in W:
        A.append(f(A[-1] @ matrix))
    dA = rng.standard_normal((64, width))
    norms = []
    for below, above, matrix in zip(A[-2::-1], A[::-1], W[::-1]):
        dZ = dA * slope(above)
        norms.append(np.linalg.norm(below.T @ dZ))
        dA = dZ @ matrix.T
    return np.array(norms, dtype=float)


def lenet5_shapes(side: int = 32, pad: int = 0) -> list[tuple]:
    layers, height, depth = [], side + 2 * pad, 1
    for stage, kernels in enumerate((6, 16, 120), start=1):
        height = output_size(height, 5)
        layers.append((f"conv{stage}", (height, height, kernels), kernels * (25 * depth + 1)))
        depth = kernels
        if stage < 3:
            height = output_size(height, 2, 2)
            layers.append((f"pool{stage}", (height, height, depth), 0))
    units = height**2 * depth
    for stage, out in enumerate((84, 10), start=1):
        layers.append((f"fc{stage}", (out,), out * (units + 1)))
        units = out
    return layers
