# %%
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a10_convolution_1d import pad_amounts
from dataclasses import dataclass
from itertools import product

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


@dataclass(frozen=True)
class Sliding:
    """A window of kh by kw on its way over a side of H by W."""

    H: int
    W: int
    kh: int
    kw: int
    stride: int
    padding: str = "valid"

    @property
    def pads(self):
        return pads_2d(self.H, self.W, self.kh, self.kw, self.stride, self.padding)

    @property
    def places(self):
        (top, bottom), (left, right) = self.pads
        return (
            output_size(self.H + top + bottom, self.kh, self.stride),
            output_size(self.W + left + right, self.kw, self.stride),
        )

    def __iter__(self):
        oh, ow = self.places
        for i, j in product(range(oh), range(ow)):
            y, x = i * self.stride, j * self.stride
            yield (i, j), (slice(y, y + self.kh), slice(x, x + self.kw))

    def enclose(self, images):
        """Put the zeros around (N, H, W, C) images."""
        (top, bottom), (left, right) = self.pads
        images = np.asarray(images, dtype=float)
        big = np.zeros((len(images), top + self.H + bottom, left + self.W + right, images.shape[3]))
        big[:, top : top + self.H, left : left + self.W] = images
        return big

    def cut(self, big):
        (top, _), (left, _) = self.pads
        return big[:, top : top + self.H, left : left + self.W]


# %% task="A11.1"
def output_size(n, f, stride=1, pad=0):
    match n + 2 * pad - f:
        case room if room >= 0:
            return room // stride + 1
        case _:
            raise ValueError("the window is longer than the padded side")


# %% task="A11.2"
def correlate2d(x, k, stride=1, padding="valid"):
    x, k = np.asarray(x, dtype=float), np.asarray(k, dtype=float)
    slide = Sliding(*x.shape, *k.shape, stride, padding)
    padded = slide.enclose(x[None, :, :, None])[0, :, :, 0]
    y = np.empty(slide.places)
    for place, window in slide:
        y[place] = np.vdot(padded[window], k)
    return y


# %% task="A11.3"
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    kernels = np.asarray(K, dtype=float)
    N, H, W, C = np.shape(X)
    if C != kernels.shape[2]:
        raise ValueError("X and K must have the same channels")
    slide = Sliding(H, W, *kernels.shape[:2], stride, padding)
    padded = slide.enclose(X)
    Y = np.empty((N, *slide.places, kernels.shape[3]))
    Y[:] = b
    for (i, j), (rows, columns) in slide:
        Y[:, i, j] += np.einsum("npqc,pqcf->nf", padded[:, rows, columns], kernels)
    return Y, (X, K, stride, padding)


# %% task="A11.4"
def im2col(X, kh, kw, stride):
    X = np.asarray(X)
    slide = Sliding(*X.shape[1:3], kh, kw, stride)
    return np.stack(
        [X[:, rows, columns].reshape(len(X), kh * kw * X.shape[3]) for _, (rows, columns) in slide],
        axis=1,
    ).reshape(len(X) * np.prod(slide.places), kh * kw * X.shape[3])


# %% task="A11.5"
def col2im(cols, shape, kh, kw, stride):
    N, H, W, C = shape
    slide = Sliding(H, W, kh, kw, stride)
    parts = np.asarray(cols, dtype=float).reshape(N, -1, kh, kw, C)
    images = np.zeros((N, H, W, C))
    for number, (_, (rows, columns)) in enumerate(slide):
        images[:, rows, columns] += parts[:, number]
    return images


# %% task="A11.6"
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    dY, K = np.asarray(dY, dtype=float), np.asarray(K, dtype=float)
    slide = Sliding(*np.shape(X)[1:3], *K.shape[:2], stride, padding)
    padded = slide.enclose(X)
    dpadded, dK = np.zeros(padded.shape), np.zeros(K.shape)
    for (i, j), (rows, columns) in slide:
        here = dY[:, i, j]
        dK += np.tensordot(padded[:, rows, columns], here, axes=(0, 0))
        dpadded[:, rows, columns] += np.tensordot(here, K, axes=(1, 3))
    return slide.cut(dpadded), dK, dY.sum(axis=(0, 1, 2))
