# %%
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a10_convolution_1d import pad_amounts
from functools import reduce
from typing import NamedTuple

# %%
def pads_2d(height, width, kh, kw, stride, padding):
    """Return ``((top, bottom), (left, right))``: how many zeros go around an image.

    ``padding`` is ``"valid"`` or ``"same"`` (Keras's rule), in any letter case; anything else
    raises ValueError.
    """
    mode = padding.lower()
    if mode not in ("valid", "same"):
        raise ValueError(f"padding must be valid or same, not {padding!r}")
    return pad_amounts(height, kh, stride, mode), pad_amounts(width, kw, stride, mode)


class Cache(NamedTuple):
    X: object
    K: object
    stride: int
    padding: str


class Layer(NamedTuple):
    Y: np.ndarray
    cache: Cache


class Slopes(NamedTuple):
    dX: np.ndarray
    dK: np.ndarray
    db: np.ndarray


def output_size(n, f, stride=1, pad=0):
    if pad:
        return output_size(n + 2 * pad, f, stride)
    if n < f:
        raise ValueError("too long a window")
    return (n - f + stride) // stride


def corners(height, width, kh, kw, stride):
    """The top left corners of all windows, row by row."""
    oh, ow = output_size(height, kh, stride), output_size(width, kw, stride)
    return [(i * stride, j * stride) for i in range(oh) for j in range(ow)]


def correlate2d(x, k, stride=1, padding="valid"):
    x, k = np.array(x, dtype="float64"), np.array(k, dtype="float64")
    kh, kw = k.shape
    big = np.pad(x, pads_2d(*x.shape, kh, kw, stride, padding))
    sums = [
        sum((big[r + p, c : c + kw] @ k[p] for p in range(kh)), start=0.0)
        for r, c in corners(*big.shape, kh, kw, stride)
    ]
    return np.array(sums).reshape(output_size(len(big), kh, stride), -1)


def conv2d_forward(X, K, b, stride=1, padding="valid"):
    images, kernels = np.array(X, dtype="float64"), np.array(K, dtype="float64")
    (*_, C), (kh, kw, depth, F) = images.shape, kernels.shape
    if C != depth:
        raise ValueError("the filters are not as deep as the images")

    def feature_map(image, f):
        channels = (correlate2d(image[:, :, c], kernels[:, :, c, f], stride, padding) for c in range(C))
        return reduce(np.add, channels) + b[f]

    Y = np.array([[feature_map(image, f) for f in range(F)] for image in images])
    return Layer(np.moveaxis(Y, 1, -1), Cache(X, K, stride, padding))


def im2col(X, kh, kw, stride):
    X = np.array(X)
    return np.array(
        [
            image[r : r + kh, c : c + kw].ravel()
            for image in X
            for r, c in corners(*image.shape[:2], kh, kw, stride)
        ]
    )


def col2im(cols, shape, kh, kw, stride):
    N, H, W, C = shape
    rows = iter(np.array(cols, dtype="float64"))

    def back(places):
        image = np.zeros((H, W, C))
        for r, c in places:
            image[r : r + kh, c : c + kw] += next(rows).reshape(kh, kw, C)
        return image

    return np.stack([back(corners(H, W, kh, kw, stride)) for _ in range(N)])


def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    X, K, dY = (np.array(a, dtype="float64") for a in (X, K, dY))
    (N, H, W, C), (kh, kw, _, F) = X.shape, K.shape
    (top, bottom), (left, right) = pads_2d(H, W, kh, kw, stride, padding)

    def of_image(x, g):
        big = np.pad(x, ((top, bottom), (left, right), (0, 0)))
        rows = im2col(big[None], kh, kw, stride)
        g = g.reshape(len(rows), F)
        back = col2im(g @ K.reshape(-1, F).T, (1, *big.shape), kh, kw, stride)[0]
        return back[top : top + H, left : left + W], (rows.T @ g).reshape(K.shape), g.sum(axis=0)

    each = [of_image(x, g) for x, g in zip(X, dY)]
    dXs, dKs, dbs = zip(*each)
    return Slopes(np.stack(dXs), sum(dKs), sum(dbs))
