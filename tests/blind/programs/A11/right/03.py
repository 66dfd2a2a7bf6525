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


def exact(a):
    """Integers as int64, everything else as float64."""
    a = np.asarray(a)
    return a.astype(np.int64 if a.dtype.kind in "bui" else np.float64)


# %% task="A11.1"
def output_size(n, f, stride=1, pad=0):
    side = n + pad + pad
    if side < f:
        raise ValueError("no window fits")
    return 1 + (side - f) // stride


def shifted(p, q, oh, ow, stride):
    """The pixels that weight (p, q) meets, one for each place."""
    return (
        slice(None),
        slice(p, p + (oh - 1) * stride + 1, stride),
        slice(q, q + (ow - 1) * stride + 1, stride),
    )


# %% task="A11.2"
def correlate2d(x, k, stride=1, padding="valid"):
    x, k = exact(x), exact(k)
    x = np.pad(x, pads_2d(*x.shape, *k.shape, stride, padding))[None]
    oh, ow = output_size(x.shape[1], k.shape[0], stride), output_size(x.shape[2], k.shape[1], stride)
    return sum(weight * x[shifted(p, q, oh, ow, stride)][0] for (p, q), weight in np.ndenumerate(k))


# %% task="A11.3"
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    x, k = exact(X), exact(K)
    if x.shape[3] != k.shape[2]:
        raise ValueError("channels")
    kh, kw = k.shape[:2]
    vertical, horizontal = pads_2d(x.shape[1], x.shape[2], kh, kw, stride, padding)
    x = np.pad(x, ((0, 0), vertical, horizontal, (0, 0)))
    oh, ow = output_size(x.shape[1], kh, stride), output_size(x.shape[2], kw, stride)
    Y = exact(b)
    for p in range(kh):
        for q in range(kw):
            Y = Y + x[shifted(p, q, oh, ow, stride)] @ k[p, q]
    return Y, (X, K, stride, padding)


# %% task="A11.4"
def im2col(X, kh, kw, stride):
    x = np.asarray(X)
    oh, ow = output_size(x.shape[1], kh, stride), output_size(x.shape[2], kw, stride)
    parts = [x[shifted(p, q, oh, ow, stride)] for p in range(kh) for q in range(kw)]
    return np.concatenate(parts, axis=-1).reshape(len(x) * oh * ow, kh * kw * x.shape[3])


# %% task="A11.5"
def col2im(cols, shape, kh, kw, stride):
    N, H, W, C = shape
    oh, ow = output_size(H, kh, stride), output_size(W, kw, stride)
    parts = exact(cols).reshape(N, oh, ow, kh * kw * C)
    images = np.zeros(tuple(shape), dtype=parts.dtype)
    at = 0
    for p in range(kh):
        for q in range(kw):
            images[shifted(p, q, oh, ow, stride)] += parts[..., at : at + C]
            at += C
    return images


# %% task="A11.6"
def conv2d_backward(dY, cache):
    x, k, g = exact(cache[0]), exact(cache[1]), exact(dY)
    stride, padding = cache[2:]
    _, H, W, _ = x.shape
    _, oh, ow, F = g.shape
    vertical, horizontal = pads_2d(H, W, k.shape[0], k.shape[1], stride, padding)
    x = np.pad(x, ((0, 0), vertical, horizontal, (0, 0)))
    dx = np.zeros(x.shape)
    dK = np.zeros(k.shape)
    for p in range(k.shape[0]):
        for q in range(k.shape[1]):
            here = shifted(p, q, oh, ow, stride)
            dK[p, q] = np.tensordot(x[here], g, axes=((0, 1, 2), (0, 1, 2)))
            dx[here] += g @ k[p, q].T
    up, aside = vertical[0], horizontal[0]
    return dx[:, up : up + H, aside : aside + W].copy(), dK, g.sum(axis=(0, 1, 2))
