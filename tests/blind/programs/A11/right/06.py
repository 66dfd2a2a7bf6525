# %%
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a10_convolution_1d import pad_amounts
from numpy.lib.stride_tricks import as_strided

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
    if f > (padded := n + 2 * pad):
        raise ValueError(f"{f} is longer than {padded}")
    return int(np.floor((padded - f) / stride)) + 1


def laid_out(X, kh, kw, stride):
    N, H, W, C = X.shape
    oh, ow = output_size(H, kh, stride), output_size(W, kw, stride)
    sn, sh, sw, sc = X.strides
    return as_strided(
        X,
        shape=(N, oh, ow, kh, kw, C),
        strides=(sn, sh * stride, sw * stride, sh, sw, sc),
        writeable=False,
    )


# %% task="A11.2"
def correlate2d(x, k, stride=1, padding="valid"):
    Y, _ = conv2d_forward(
        np.asarray(x)[np.newaxis, ..., np.newaxis],
        np.asarray(k)[..., np.newaxis, np.newaxis],
        np.zeros(1),
        stride=stride,
        padding=padding,
    )
    return Y[0, ..., 0]


# %% task="A11.3"
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    cache = (X, K, stride, padding)
    X, K, b = (np.asarray(a, dtype=np.double) for a in (X, K, b))
    if X.shape[-1] != K.shape[-2]:
        raise ValueError("different numbers of channels")
    kh, kw, _, F = K.shape
    X = np.pad(X, ((0, 0), *pads_2d(*X.shape[1:3], kh, kw, stride, padding), (0, 0)))
    return np.tensordot(laid_out(X, kh, kw, stride), K, axes=([3, 4, 5], [0, 1, 2])) + b, cache


# %% task="A11.4"
def im2col(X, kh, kw, stride):
    windows = laid_out(np.asarray(X), kh, kw, stride)
    N, oh, ow, *rest = windows.shape
    return np.ascontiguousarray(windows).reshape(N * oh * ow, np.prod(rest)).copy()


# %% task="A11.5"
def col2im(cols, shape, kh, kw, stride):
    size = int(np.prod(shape))
    where = im2col(np.arange(size).reshape(shape), kh, kw, stride)
    sums = np.bincount(where.ravel(), weights=np.asarray(cols, dtype=float).ravel(), minlength=size)
    return sums.reshape(shape)


# %% task="A11.6"
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    X, K, dY = (np.asarray(a, dtype=np.double) for a in (X, K, dY))
    kh, kw, C, F = K.shape
    _, H, W, _ = X.shape
    around = ((0, 0), *pads_2d(H, W, kh, kw, stride, padding), (0, 0))
    padded = np.pad(X, around)
    dK = np.tensordot(laid_out(padded, kh, kw, stride), dY, axes=([0, 1, 2], [0, 1, 2]))
    dwindows = np.tensordot(dY, K, axes=([3], [3]))
    dpadded = col2im(dwindows.reshape(-1, kh * kw * C), padded.shape, kh, kw, stride)
    inner = tuple(slice(first, first + n) for (first, _), n in zip(around, X.shape))
    return dpadded[inner], dK, dY.reshape(-1, F).sum(0)
