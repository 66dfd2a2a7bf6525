# %%
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a10_convolution_1d import pad_amounts


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


# %% task="A11.1"
def output_size(n, f, stride=1, pad=0):
    last = n + 2 * pad - f  # where the last window may begin
    if last < 0:
        raise ValueError("the window doesn't fit")
    return len(np.arange(0, last + 1, stride))


def selector(n, f, stride, before=0, after=0):
    """S[i, p, r] is 1 where entry p of window i is entry r of a side of n.

    The zeros before and after the side are no entries: their rows are empty.
    """
    places = output_size(n + before + after, f, stride)
    S = np.zeros((places, f, n))
    for i in range(places):
        for p in range(f):
            r = i * stride + p - before
            if 0 <= r < n:
                S[i, p, r] = 1
    return S


def selectors(H, W, kh, kw, stride, padding):
    vertical, horizontal = pads_2d(H, W, kh, kw, stride, padding)
    return selector(H, kh, stride, *vertical), selector(W, kw, stride, *horizontal)


# %% task="A11.2"
def correlate2d(x, k, stride=1, padding="valid"):
    x, k = np.asarray(x, float), np.asarray(k, float)
    R, Q = selectors(*x.shape, *k.shape, stride, padding)
    picked = np.tensordot(R, x, axes=(2, 0))  # places, kh, W
    return np.einsum("ipw,jqw,pq->ij", picked, Q, k, optimize=True)


# %% task="A11.3"
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    images, kernels = np.asarray(X, float), np.asarray(K, float)
    if images.shape[3] != kernels.shape[2]:
        raise ValueError("the channels of X and K differ")
    R, Q = selectors(*images.shape[1:3], *kernels.shape[:2], stride, padding)
    picked = np.tensordot(R, images, axes=(2, 1))  # i p n w c
    windows = np.tensordot(picked, Q, axes=(3, 2))  # i p n c j q
    Y = np.tensordot(windows, kernels, axes=((1, 5, 3), (0, 1, 2)))  # i n j f
    return Y.transpose(1, 0, 2, 3) + np.asarray(b, float), (X, K, stride, padding)


# %% task="A11.4"
def im2col(X, kh, kw, stride):
    X = np.asarray(X, float)
    N, H, W, C = X.shape
    R, Q = selectors(H, W, kh, kw, stride, "valid")
    windows = np.tensordot(np.tensordot(R, X, axes=(2, 1)), Q, axes=(3, 2))
    return windows.transpose(2, 0, 4, 1, 5, 3).reshape(N * len(R) * len(Q), kh * kw * C)


# %% task="A11.5"
def col2im(cols, shape, kh, kw, stride):
    N, H, W, C = shape
    R, Q = selectors(H, W, kh, kw, stride, "valid")
    windows = np.asarray(cols, float).reshape(N, len(R), len(Q), kh, kw, C)
    half = np.tensordot(windows, R, axes=((1, 3), (0, 1)))  # n j q c h
    return np.tensordot(half, Q, axes=((1, 2), (0, 1))).transpose(0, 2, 3, 1)


# %% task="A11.6"
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    X, K, dY = np.asarray(X, float), np.asarray(K, float), np.asarray(dY, float)
    R, Q = selectors(*X.shape[1:3], *K.shape[:2], stride, padding)
    picked = np.tensordot(R, X, axes=(2, 1))  # i p n w c
    windows = np.tensordot(picked, Q, axes=(3, 2))  # i p n c j q
    dK = np.tensordot(windows, dY, axes=((2, 0, 4), (0, 1, 2))).transpose(0, 2, 1, 3)
    dwindows = np.tensordot(dY, K, axes=(3, 3))  # n i j p q c
    half = np.tensordot(dwindows, R, axes=((1, 3), (0, 1)))  # n j q c h
    dX = np.tensordot(half, Q, axes=((1, 2), (0, 1))).transpose(0, 2, 3, 1)
    return dX, dK, dY.sum(axis=0).sum(axis=0).sum(axis=0)
