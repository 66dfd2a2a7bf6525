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
    room = n + 2 * pad - f
    if room < 0:
        raise ValueError("the window is longer than the padded side")
    return room // stride + 1


# %% task="A11.2"
def correlate2d(x, k, stride=1, padding="valid"):
    x = np.asarray(x, dtype=float)
    k = np.asarray(k, dtype=float)
    kh, kw = k.shape
    padded = np.pad(x, pads_2d(x.shape[0], x.shape[1], kh, kw, stride, padding))
    oh = output_size(padded.shape[0], kh, stride)
    ow = output_size(padded.shape[1], kw, stride)
    y = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            top, left = i * stride, j * stride
            y[i, j] = np.sum(padded[top : top + kh, left : left + kw] * k)
    return y


# %% task="A11.3"
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    images = np.asarray(X, dtype=float)
    kernels = np.asarray(K, dtype=float)
    bias = np.asarray(b, dtype=float)
    N, H, W, C = images.shape
    kh, kw, depth, F = kernels.shape
    if depth != C:
        raise ValueError("X and K differ in the number of channels")
    vertical, horizontal = pads_2d(H, W, kh, kw, stride, padding)
    padded = np.pad(images, ((0, 0), vertical, horizontal, (0, 0)))
    oh = output_size(padded.shape[1], kh, stride)
    ow = output_size(padded.shape[2], kw, stride)
    Y = np.zeros((N, oh, ow, F))
    for i in range(oh):
        for j in range(ow):
            top, left = i * stride, j * stride
            window = padded[:, top : top + kh, left : left + kw, :]
            Y[:, i, j, :] = np.tensordot(window, kernels, axes=3) + bias
    return Y, (X, K, stride, padding)


# %% task="A11.4"
def im2col(X, kh, kw, stride):
    X = np.asarray(X)
    N, H, W, C = X.shape
    oh = output_size(H, kh, stride)
    ow = output_size(W, kw, stride)
    windows = np.zeros((N, oh, ow, kh, kw, C), dtype=X.dtype)
    for i in range(oh):
        for j in range(ow):
            top, left = i * stride, j * stride
            windows[:, i, j] = X[:, top : top + kh, left : left + kw, :]
    return windows.reshape(N * oh * ow, kh * kw * C)


# %% task="A11.5"
def col2im(cols, shape, kh, kw, stride):
    N, H, W, C = shape
    oh = output_size(H, kh, stride)
    ow = output_size(W, kw, stride)
    windows = np.asarray(cols, dtype=float).reshape(N, oh, ow, kh, kw, C)
    images = np.zeros((N, H, W, C))
    for i in range(oh):
        for j in range(ow):
            top, left = i * stride, j * stride
            images[:, top : top + kh, left : left + kw, :] += windows[:, i, j]
    return images


# %% task="A11.6"
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    X = np.asarray(X, dtype=float)
    K = np.asarray(K, dtype=float)
    dY = np.asarray(dY, dtype=float)
    N, H, W, C = X.shape
    kh, kw, _, F = K.shape
    (top, bottom), (left, right) = pads_2d(H, W, kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), (top, bottom), (left, right), (0, 0)))
    rows = im2col(padded, kh, kw, stride)
    flat = dY.reshape(-1, F)
    dK = (rows.T @ flat).reshape(K.shape)
    db = flat.sum(axis=0)
    dpadded = col2im(flat @ K.reshape(-1, F).T, padded.shape, kh, kw, stride)
    dX = dpadded[:, top : top + H, left : left + W, :]
    return dX, dK, db
