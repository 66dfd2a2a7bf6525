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
    if n + 2 * pad < f:
        raise ValueError("the window is longer than the side")
    quotient, _ = divmod(n + 2 * pad - f, stride)
    return int(quotient) + 1


def indices(shape, kh, kw, stride):
    """Rows, columns and channels of each entry of each window: three arrays (oh*ow, kh*kw*C)."""
    _, H, W, C = shape
    oh, ow = output_size(H, kh, stride), output_size(W, kw, stride)
    i, j, p, q, c = np.indices((oh, ow, kh, kw, C))
    flat = (oh * ow, kh * kw * C)
    return (i * stride + p).reshape(flat), (j * stride + q).reshape(flat), c.reshape(flat)


# %% task="A11.2"
def correlate2d(x, k, stride=1, padding="valid"):
    x, k = np.asarray(x), np.asarray(k)
    (kh, kw), (H, W) = k.shape, x.shape
    x = np.pad(x.astype(float), pads_2d(H, W, kh, kw, stride, padding))
    oh, ow = output_size(x.shape[0], kh, stride), output_size(x.shape[1], kw, stride)
    rows, columns, _ = indices((1, *x.shape, 1), kh, kw, stride)
    return (x[rows, columns] @ k.astype(float).ravel()).reshape(oh, ow)


# %% task="A11.3"
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    x, k = np.asarray(X).astype(float), np.asarray(K).astype(float)
    n, h, w, c = x.shape
    kh, kw, depth, f = k.shape
    if c != depth:
        raise ValueError(f"{c} channels in X and {depth} in K")
    (top, bottom), (left, right) = pads_2d(h, w, kh, kw, stride, padding)
    x = np.pad(x, ((0, 0), (top, bottom), (left, right), (0, 0)))
    oh = output_size(h + top + bottom, kh, stride)
    ow = output_size(w + left + right, kw, stride)
    y = im2col(x, kh, kw, stride) @ k.reshape(kh * kw * c, f) + np.asarray(b)
    return y.reshape(n, oh, ow, f), (X, K, stride, padding)


# %% task="A11.4"
def im2col(X, kh, kw, stride):
    X = np.asarray(X)
    rows, columns, channels = indices(X.shape, kh, kw, stride)
    table = X[:, rows, columns, channels]
    return table.reshape(len(X) * rows.shape[0], rows.shape[1])


# %% task="A11.5"
def col2im(cols, shape, kh, kw, stride):
    rows, columns, channels = indices(shape, kh, kw, stride)
    images = np.zeros(shape)
    parts = np.asarray(cols).reshape(shape[0], *rows.shape)
    np.add.at(images, (slice(None), rows, columns, channels), parts)
    return images


# %% task="A11.6"
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    x, k, dy = (np.asarray(a).astype(float) for a in (X, K, dY))
    h, w = x.shape[1:3]
    kh, kw, c, f = k.shape
    vertical, horizontal = pads_2d(h, w, kh, kw, stride, padding)
    x = np.pad(x, ((0, 0), vertical, horizontal, (0, 0)))
    dy = dy.reshape(-1, f)
    dk = im2col(x, kh, kw, stride).T.dot(dy)
    dcols = dy.dot(k.reshape(-1, f).T)
    dx = col2im(dcols, x.shape, kh, kw, stride)
    dx = np.delete(dx, np.s_[: vertical[0]], axis=1)[:, :h]
    dx = np.delete(dx, np.s_[: horizontal[0]], axis=2)[:, :, :w]
    return dx, dk.reshape(kh, kw, c, f), np.ones(len(dy)) @ dy
