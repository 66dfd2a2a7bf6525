"""A11, convolution in two dimensions.

All results are locked (read-only): whoever wants to change one makes a copy.
"""

import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a10_convolution_1d import pad_amounts

MODES = ("valid", "same")
DEBUG = False

locked = lambda array: (array.setflags(write=False), array)[1]  # noqa: E731


def count_places(n, f, stride=1, pad=0):
    """Return how many places a window has along a side, or along each of several sides."""
    room = np.asarray(n) + 2 * np.asarray(pad) - f
    if np.any(room < 0):
        raise ValueError(f"a window of {f} doesn't fit on a side of {n} with {pad} zeros at each end")
    return np.asarray(room // stride + 1)


output_size = count_places  # the name the course wants; the result is a 0-d array for one side


def pads_2d(height, width, kh, kw, stride, padding):
    """Return ``((top, bottom), (left, right))``: how many zeros go around an image."""
    mode = padding.lower()
    if mode not in MODES:
        raise ValueError(f"padding must be valid or same, not {padding!r}")
    return pad_amounts(height, kh, stride, mode), pad_amounts(width, kw, stride, mode)


class Windows:
    """The places of a window on an image of shape (H, W), from the top left on."""

    def __init__(self, side, window, stride):
        self.window, self.stride = window, stride
        self.shape = tuple(count_places(side, window, stride).tolist())

    def __len__(self):
        return self.shape[0] * self.shape[1]

    def __iter__(self):
        kh, kw = self.window
        for place in range(len(self)):
            i, j = divmod(place, self.shape[1])
            top, left = i * self.stride, j * self.stride
            yield slice(top, top + kh), slice(left, left + kw)


def correlate2d(x, k, stride=1, padding="valid"):
    """Return the cross-correlation of an image (H, W) with a kernel (kh, kw); nothing is flipped."""
    x, k = np.asarray(x, dtype=float), np.asarray(k, dtype=float)
    x = np.pad(x, pads_2d(*x.shape, *k.shape, stride, padding))
    windows = Windows(np.array(x.shape), np.array(k.shape), stride)
    sums = np.fromiter((np.vdot(k, x[place]) for place in windows), float, len(windows))
    return locked(sums.reshape(windows.shape))


def _in_zeros(X, K, stride, padding):
    frame = pads_2d(*X.shape[1:3], *K.shape[:2], stride, padding)
    padded = np.pad(np.asarray(X, dtype=float), ((0, 0), *frame, (0, 0)))
    return padded, Windows(np.array(padded.shape[1:3]), np.array(K.shape[:2]), stride), frame


def conv2d_forward(X, K, b, stride=1, padding="valid"):
    """Return the maps (N, oh, ow, F) of a layer, and ``(X, K, stride, padding)``."""
    (*_, channels), (_, _, depth, filters) = X.shape, K.shape
    if channels != depth:
        raise ValueError(f"{channels} channels in the images, {depth} in the filters")
    padded, windows, _ = _in_zeros(X, K, stride, padding)
    if DEBUG:
        print("places:", windows.shape, file=sys.stderr)
    values = [np.tensordot(padded[:, rows, columns], K, axes=3) + b for rows, columns in windows]
    Y = np.reshape(values, (*windows.shape, len(X), filters)).transpose(2, 0, 1, 3)
    return locked(Y), (X, K, stride, padding)


def im2col(X, kh, kw, stride):
    """Return all windows of a batch, one per row, each written out in C order."""
    windows = Windows(np.array(X.shape[1:3]), np.array([kh, kw]), stride)
    size = kh * kw * X.shape[3]
    table = np.empty((len(X), len(windows), size), dtype=X.dtype)
    for place, (rows, columns) in enumerate(windows):
        table[:, place] = X[:, rows, columns].reshape(len(X), size)
    return locked(table.reshape(len(X) * len(windows), size))


def col2im(cols, shape, kh, kw, stride):
    """Return the images in which every row of windows is added back to its place."""
    N, H, W, C = shape
    windows = Windows(np.array([H, W]), np.array([kh, kw]), stride)
    messages = np.reshape(cols, (N, len(windows), kh, kw, C))
    X = np.zeros((N, H, W, C))
    for place, (rows, columns) in enumerate(windows):
        X[:, rows, columns] += messages[:, place]
    return locked(X)


def conv2d_backward(dY, cache):
    """Return the slopes with respect to the images, the filters and the biases."""
    X, K, stride, padding = cache
    padded, windows, ((top, _), (left, _)) = _in_zeros(X, K, stride, padding)
    around, dK = np.zeros(padded.shape), np.zeros(K.shape)
    slopes = np.reshape(dY, (len(X), len(windows), K.shape[3]))
    for place, (rows, columns) in enumerate(windows):
        g = slopes[:, place]
        dK += np.einsum("npqc,nf->pqcf", padded[:, rows, columns], g)
        around[:, rows, columns] += np.einsum("nf,pqcf->npqc", g, K)
    dX = around[:, top : top + X.shape[1], left : left + X.shape[2]]
    return tuple(map(locked, (dX, dK, np.add.reduce(slopes, axis=(0, 1)))))


if __name__ == "__main__":
    print(correlate2d(np.arange(1, 10).reshape(3, 3), np.array([[1, 2], [3, 4]]), padding="same"))
    import figures

    figures.nine_panels(sys.modules[__name__])
