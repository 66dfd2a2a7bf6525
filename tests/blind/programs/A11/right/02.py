# %%
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a10_convolution_1d import pad_amounts
from numpy.lib.stride_tricks import sliding_window_view

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


def output_size(n: int, f: int, stride: int = 1, pad: int = 0) -> int:
    starts = range(0, n + 2 * pad - f + 1, stride)
    if not starts:
        raise ValueError(f"a window of {f} doesn't fit in a side of {n} with {pad} zeros at each end")
    return len(starts)


def windows_of(X, kh, kw, stride):
    """All windows, as a view (N, oh, ow, kh, kw, C)."""
    if kh > X.shape[1] or kw > X.shape[2]:
        raise ValueError("the window doesn't fit")
    view = sliding_window_view(X, (kh, kw), axis=(1, 2))  # N, places, places, C, kh, kw
    return np.moveaxis(view[:, ::stride, ::stride], 3, -1)


def in_border(X, kh, kw, stride, padding):
    X = np.asarray(X, dtype=np.float64)
    frame = pads_2d(X.shape[1], X.shape[2], kh, kw, stride, padding)
    return np.pad(X, [(0, 0), *frame, (0, 0)]), frame


def correlate2d(x, k, stride=1, padding="valid"):
    k = np.asarray(k, dtype=np.float64)
    padded, _ = in_border(np.asarray(x)[None, :, :, None], *k.shape, stride, padding)
    return np.einsum("ijpq,pq->ij", windows_of(padded, *k.shape, stride)[0, ..., 0], k)


def conv2d_forward(X, K, b, stride=1, padding="valid"):
    weights = np.asarray(K, dtype=np.float64)
    if np.shape(X)[-1] != weights.shape[2]:
        raise ValueError("channels of X and K differ")
    padded, _ = in_border(X, *weights.shape[:2], stride, padding)
    Y = np.einsum("nijpqc,pqcf->nijf", windows_of(padded, *weights.shape[:2], stride), weights)
    return Y + np.asarray(b), (X, K, stride, padding)


def im2col(X, kh, kw, stride):
    windows = windows_of(np.asarray(X), kh, kw, stride)
    N, oh, ow = windows.shape[:3]
    return np.array(windows, order="C").reshape(N * oh * ow, -1)


def col2im(cols, shape, kh, kw, stride):
    N, H, W, C = shape
    table = np.asarray(cols, dtype=np.float64)
    images = np.zeros(shape)
    target = sliding_window_view(images, (kh, kw), axis=(1, 2), writeable=True)
    target = np.moveaxis(target[:, ::stride, ::stride], 3, -1)
    parts = table.reshape(target.shape)
    for p, q in np.ndindex(kh, kw):
        target[:, :, :, p, q, :] += parts[:, :, :, p, q, :]
    return images


def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    weights, slopes = np.asarray(K, dtype=np.float64), np.asarray(dY, dtype=np.float64)
    kh, kw = weights.shape[:2]
    padded, ((top, _), (left, _)) = in_border(X, kh, kw, stride, padding)
    dK = np.einsum("nijpqc,nijf->pqcf", windows_of(padded, kh, kw, stride), slopes)
    dwindows = np.einsum("nijf,pqcf->nijpqc", slopes, weights)
    dpadded = np.zeros_like(padded)
    for i, j in np.ndindex(slopes.shape[1:3]):
        dpadded[:, i * stride : i * stride + kh, j * stride : j * stride + kw] += dwindows[:, i, j]
    _, H, W, _ = np.shape(X)
    return dpadded[:, top : top + H, left : left + W], dK, np.einsum("nijf->f", slopes)
