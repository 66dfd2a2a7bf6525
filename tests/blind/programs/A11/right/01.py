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
    n = n + pad
    n = n + pad
    if f > n:
        raise ValueError("window too long")
    count = 0
    start = 0
    while start + f <= n:
        count = count + 1
        start = start + stride
    return count


# %% task="A11.2"
def correlate2d(x, k, stride=1, padding="valid"):
    x = np.array(x).tolist()
    k = np.array(k).tolist()
    H = len(x)
    W = len(x[0])
    kh = len(k)
    kw = len(k[0])
    (top, bottom), (left, right) = pads_2d(H, W, kh, kw, stride, padding)
    oh = output_size(H + top + bottom, kh, stride)
    ow = output_size(W + left + right, kw, stride)
    result = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            total = 0
            for p in range(kh):
                for q in range(kw):
                    row = i * stride + p - top
                    column = j * stride + q - left
                    # outside of the image there are zeros
                    if row >= 0 and row < H and column >= 0 and column < W:
                        total = total + x[row][column] * k[p][q]
            result[i, j] = total
    print("correlate2d is done")
    return result


# %% task="A11.3"
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    images = np.array(X)
    kernels = np.array(K)
    N = images.shape[0]
    C = images.shape[3]
    F = kernels.shape[3]
    if kernels.shape[2] != C:
        raise ValueError("wrong number of channels")
    vertical, horizontal = pads_2d(
        images.shape[1], images.shape[2], kernels.shape[0], kernels.shape[1], stride, padding
    )
    oh = output_size(images.shape[1] + sum(vertical), kernels.shape[0], stride)
    ow = output_size(images.shape[2] + sum(horizontal), kernels.shape[1], stride)
    Y = np.zeros((N, oh, ow, F))
    padded = np.pad(images.astype(float), ((0, 0), vertical, horizontal, (0, 0)))
    for n in range(N):
        for f in range(F):
            for i in range(oh):
                for j in range(ow):
                    block = padded[
                        n,
                        i * stride : i * stride + kernels.shape[0],
                        j * stride : j * stride + kernels.shape[1],
                        :,
                    ]
                    Y[n, i, j, f] = (block * kernels[:, :, :, f]).sum() + b[f]
    cache = (X, K, stride, padding)
    return Y, cache


# %% task="A11.4"
def im2col(X, kh, kw, stride):
    X = np.array(X)
    N, H, W, C = X.shape
    rows = []
    i = 0
    for n in range(N):
        for i in range(0, H - kh + 1, stride):
            for j in range(0, W - kw + 1, stride):
                row = []
                for p in range(kh):
                    for q in range(kw):
                        for c in range(C):
                            row.append(X[n, i + p, j + q, c])
                rows.append(row)
    return np.array(rows)


# %% task="A11.5"
def col2im(cols, shape, kh, kw, stride):
    cols = np.array(cols)
    N, H, W, C = shape
    result = np.zeros(shape)
    r = 0
    for n in range(N):
        for i in range(0, H - kh + 1, stride):
            for j in range(0, W - kw + 1, stride):
                place = 0
                for p in range(kh):
                    for q in range(kw):
                        for c in range(C):
                            result[n, i + p, j + q, c] += cols[r, place]
                            place += 1
                r += 1
    return result


# %% task="A11.6"
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    X = np.array(X).astype(float)
    K = np.array(K).astype(float)
    dY = np.array(dY).astype(float)
    N, H, W, C = X.shape
    kh, kw, C, F = K.shape
    (top, bottom), (left, right) = pads_2d(H, W, kh, kw, stride, padding)
    big = np.zeros((N, top + H + bottom, left + W + right, C))
    big[:, top : top + H, left : left + W, :] = X
    dbig = np.zeros(big.shape)
    dK = np.zeros(K.shape)
    db = np.zeros(F)
    for n in range(N):
        for i in range(dY.shape[1]):
            for j in range(dY.shape[2]):
                for f in range(F):
                    g = dY[n, i, j, f]
                    db[f] += g
                    rows = slice(i * stride, i * stride + kh)
                    columns = slice(j * stride, j * stride + kw)
                    dK[:, :, :, f] += g * big[n, rows, columns, :]
                    dbig[n, rows, columns, :] += g * K[:, :, :, f]
    dX = dbig[:, top : top + H, left : left + W, :]
    return dX, dK, db
