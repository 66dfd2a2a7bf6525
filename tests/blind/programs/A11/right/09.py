# %%
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a10_convolution_1d import pad_amounts
from functools import wraps

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


def floats(*names):
    """Hand the named arguments on as float arrays of their own."""

    def decorate(function):
        @wraps(function)
        def inner(*args, **kwargs):
            given = dict(zip(function.__code__.co_varnames, args), **kwargs)
            for name in names:
                given[name] = np.array(given[name], dtype=float, order="C")
            return function(**given)

        return inner

    return decorate


# %% task="A11.1"
def output_size(n, f, stride=1, pad=0):
    if not f <= n + 2 * pad:
        raise ValueError("window longer than the side")
    return -((f - n - 2 * pad) // stride) + (1 if (n + 2 * pad - f) % stride == 0 else 0)


# %% task="A11.2"
@floats("x", "k")
def correlate2d(x, k, stride=1, padding="valid"):
    kh, kw = k.shape
    x = np.pad(x, pads_2d(*x.shape, kh, kw, stride, padding))
    shape = (output_size(len(x), kh, stride), output_size(x.shape[1], kw, stride))
    corner = lambda i, j: x[i * stride :, j * stride :][:kh, :kw]
    return np.array([np.multiply(corner(i, j), k).sum() for i, j in np.ndindex(shape)]).reshape(shape)


# %% task="A11.3"
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    C, depth, F = np.shape(X)[3], np.shape(K)[2], np.shape(K)[3]
    if C != depth:
        raise ValueError("not the same number of channels")
    images, kernels = np.asarray(X), np.asarray(K)
    maps = []
    for f in range(F):
        batch = []
        for image in images:
            total = correlate2d(image[:, :, 0], kernels[:, :, 0, f], stride, padding)
            for c in range(1, C):
                total += correlate2d(image[:, :, c], kernels[:, :, c, f], stride, padding)
            batch.append(total + b[f])
        maps.append(batch)
    return np.array(maps).transpose(1, 2, 3, 0), (X, K, stride, padding)


# %% task="A11.4"
@floats("X")
def im2col(X, kh, kw, stride):
    N, H, W, C = X.shape
    oh, ow = output_size(H, kh, stride), output_size(W, kw, stride)
    cols = np.empty((N * oh * ow, kh * kw * C))
    for row in range(len(cols)):
        n, place = divmod(row, oh * ow)
        i, j = divmod(place, ow)
        cols[row] = X[n, i * stride : i * stride + kh, j * stride : j * stride + kw].flatten()
    return cols


# %% task="A11.5"
@floats("cols")
def col2im(cols, shape, kh, kw, stride):
    N, H, W, C = shape
    oh, ow = output_size(H, kh, stride), output_size(W, kw, stride)
    images = np.zeros(shape)
    for row, entries in enumerate(cols):
        n, i, j = np.unravel_index(row, (N, oh, ow))
        images[n, i * stride : i * stride + kh, j * stride : j * stride + kw] += entries.reshape(kh, kw, C)
    return images


# %% task="A11.6"
@floats("dY")
def conv2d_backward(dY, cache):
    X, K = (np.array(a, dtype=float) for a in cache[:2])
    stride, padding = cache[2], cache[3]
    N, H, W, C = X.shape
    kh, kw, _, F = K.shape
    (top, bottom), (left, right) = pads_2d(H, W, kh, kw, stride, padding)
    tall, wide = H + top + bottom, W + left + right
    # the slopes of a pass with step 1, most of which weren't computed: they are 0
    dense = np.zeros((N, tall - kh + 1, wide - kw + 1, F))
    dense[:, ::stride, ::stride] = dY
    padded = np.pad(X, ((0, 0), (top, bottom), (left, right), (0, 0)))
    dK = np.empty_like(K)
    for c in range(C):
        for f in range(F):
            dK[:, :, c, f] = sum(correlate2d(padded[n, :, :, c], dense[n, :, :, f]) for n in range(N))
    flipped = K[::-1, ::-1].swapaxes(2, 3)
    room = ((0, 0), (kh - 1, kh - 1), (kw - 1, kw - 1), (0, 0))
    back, _ = conv2d_forward(np.pad(dense, room), flipped, np.zeros(C))
    return back[:, top : top + H, left : left + W], dK, dense.sum((0, 1, 2))
