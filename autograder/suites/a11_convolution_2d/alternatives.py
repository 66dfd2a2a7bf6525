"""Correct implementations of A11 that differ from the reference in algorithm or dtype: all get full marks."""

import numpy as np
from a11_convolution_2d import *

from autograder.checks import alternative


@alternative("A11.1", "places counted one by one")
def output_size(n, f, stride=1, pad=0):
    places, start = 0, -pad
    while start + f <= n + pad:
        places += 1
        start += stride
    if not places:
        raise ValueError("the window doesn't fit")
    return places


@alternative("A11.1", "floor of a float")
def output_size(n, f, stride=1, pad=0):
    size = np.floor((n + 2 * pad - f) / stride) + 1
    if size < 1:
        raise ValueError("the window doesn't fit")
    return np.int64(size)


@alternative("A11.2", "four loops, straight from the formula")
def correlate2d(x, k, stride=1, padding="valid"):
    H, W = x.shape
    kh, kw = k.shape
    (top, bottom), (left, right) = pads_2d(H, W, kh, kw, stride, padding)
    oh = output_size(H + top + bottom, kh, stride)
    ow = output_size(W + left + right, kw, stride)
    y = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            for p in range(kh):
                for q in range(kw):
                    row, column = i * stride + p - top, j * stride + q - left
                    if 0 <= row < H and 0 <= column < W:
                        y[i, j] += x[row, column] * k[p, q]
    return y


@alternative("A11.2", "one shifted copy per weight, single precision")
def correlate2d(x, k, stride=1, padding="valid"):
    kh, kw = k.shape
    x = np.pad(np.asarray(x, np.float32), pads_2d(*x.shape, kh, kw, stride, padding))
    oh, ow = output_size(x.shape[0], kh, stride), output_size(x.shape[1], kw, stride)
    y = np.zeros((oh, ow), np.float32)
    for p, q in np.ndindex(kh, kw):
        rows = slice(p, p + (oh - 1) * stride + 1, stride)
        columns = slice(q, q + (ow - 1) * stride + 1, stride)
        y += np.float32(k[p, q]) * x[rows, columns]
    return y


@alternative("A11.2", "sliding_window_view and einsum, own padding rule")
def correlate2d(x, k, stride=1, padding="valid"):
    padding = padding.lower()
    if padding == "same":
        ends = []
        for n, f in zip(x.shape, k.shape, strict=True):
            total = max((int(np.ceil(n / stride)) - 1) * stride + f - n, 0)
            ends.append((total // 2, total - total // 2))
        x = np.pad(x, ends)
    elif padding != "valid":
        raise ValueError("unknown padding")
    windows = np.lib.stride_tricks.sliding_window_view(x, k.shape)[::stride, ::stride]
    return np.einsum("ijpq,pq->ij", windows, k)


@alternative("A11.3", "correlate2d summed over channels")
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    if X.shape[3] != K.shape[2]:
        raise ValueError("channels differ")
    batch = []
    for image in X:
        maps = []
        for f in range(K.shape[3]):
            total = b[f]
            for c in range(K.shape[2]):
                total = total + correlate2d(image[:, :, c], K[:, :, c, f], stride, padding)
            maps.append(total)
        batch.append(np.stack(maps, axis=-1))
    return np.stack(batch), (X, K, stride, padding)


@alternative("A11.3", "im2col and one matrix product, single precision, cache as a list")
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    kh, kw, C, F = K.shape
    if X.shape[-1] != C:
        raise ValueError("channels differ")
    vertical, horizontal = pads_2d(X.shape[1], X.shape[2], kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), vertical, horizontal, (0, 0))).astype(np.float32)
    oh = output_size(padded.shape[1], kh, stride)
    ow = output_size(padded.shape[2], kw, stride)
    rows = im2col(padded, kh, kw, stride).astype(np.float32)
    Y = rows @ K.reshape(-1, F).astype(np.float32) + b.astype(np.float32)
    return [Y.reshape(len(X), oh, ow, F), [X.copy(), K.copy(), stride, padding]]


@alternative("A11.3", "one shifted matrix product per kernel entry, channels first inside")
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    kh, kw, C, F = K.shape
    if X.shape[-1] != C:
        raise ValueError("channels differ")
    vertical, horizontal = pads_2d(X.shape[1], X.shape[2], kh, kw, stride, padding)
    padded = np.pad(X.transpose(0, 3, 1, 2), ((0, 0), (0, 0), vertical, horizontal))
    oh = output_size(padded.shape[2], kh, stride)
    ow = output_size(padded.shape[3], kw, stride)
    Y = np.zeros((len(X), F, oh, ow)) + b[:, None, None]
    for p, q in np.ndindex(kh, kw):
        rows = slice(p, p + (oh - 1) * stride + 1, stride)
        columns = slice(q, q + (ow - 1) * stride + 1, stride)
        Y += np.einsum("ncij,cf->nfij", padded[:, :, rows, columns], K[p, q])
    return Y.transpose(0, 2, 3, 1), (X, K, stride, padding)


@alternative("A11.4", "row by row")
def im2col(X, kh, kw, stride):
    N, H, W, _ = X.shape
    rows = []
    for n in range(N):
        for top in range(0, H - kh + 1, stride):
            for left in range(0, W - kw + 1, stride):
                rows.append(list(X[n, top : top + kh, left : left + kw].flatten()))
    return np.array(rows)


@alternative("A11.4", "one column block per kernel entry, single precision")
def im2col(X, kh, kw, stride):
    N, H, W, C = X.shape
    oh, ow = output_size(H, kh, stride), output_size(W, kw, stride)
    blocks = []
    for p, q in np.ndindex(kh, kw):
        rows = slice(p, p + (oh - 1) * stride + 1, stride)
        columns = slice(q, q + (ow - 1) * stride + 1, stride)
        blocks.append(X[:, rows, columns, :].reshape(N * oh * ow, C))
    return np.hstack(blocks).astype(np.float32)


@alternative("A11.4", "sliding_window_view")
def im2col(X, kh, kw, stride):
    windows = np.lib.stride_tricks.sliding_window_view(X, (kh, kw), axis=(1, 2))
    windows = windows[:, ::stride, ::stride].transpose(0, 1, 2, 4, 5, 3)
    return windows.reshape(-1, kh * kw * X.shape[3])


@alternative("A11.5", "one shifted image per kernel entry, single precision")
def col2im(cols, shape, kh, kw, stride):
    N, H, W, C = shape
    oh, ow = output_size(H, kh, stride), output_size(W, kw, stride)
    cols = np.asarray(cols, np.float32).reshape(N, oh, ow, kh, kw, C)
    X = np.zeros(shape, np.float32)
    for p, q in np.ndindex(kh, kw):
        rows = slice(p, p + (oh - 1) * stride + 1, stride)
        columns = slice(q, q + (ow - 1) * stride + 1, stride)
        X[:, rows, columns, :] += cols[:, :, :, p, q, :]
    return X


@alternative("A11.5", "the numbers of the pixels laid out by im2col, then np.add.at")
def col2im(cols, shape, kh, kw, stride):
    numbers = np.arange(np.prod(shape)).reshape(shape)
    places = im2col(numbers, kh, kw, stride).astype(int)
    X = np.zeros(np.prod(shape))
    np.add.at(X, places.ravel(), np.ravel(cols))
    return X.reshape(shape)


@alternative("A11.6", "window by window")
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    H, W = X.shape[1:3]
    kh, kw = K.shape[:2]
    (top, bottom), (left, right) = pads_2d(H, W, kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), (top, bottom), (left, right), (0, 0)))
    dpadded, dK = np.zeros(padded.shape), np.zeros(K.shape)
    for i, j in np.ndindex(dY.shape[1:3]):
        rows = slice(i * stride, i * stride + kh)
        columns = slice(j * stride, j * stride + kw)
        dK += np.einsum("npqc,nf->pqcf", padded[:, rows, columns], dY[:, i, j])
        dpadded[:, rows, columns] += np.einsum("nf,pqcf->npqc", dY[:, i, j], K)
    return dpadded[:, top : top + H, left : left + W], dK, dY.sum(axis=(0, 1, 2))


@alternative("A11.6", "single precision, one product per kernel entry, a list")
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    H, W = X.shape[1:3]
    kh, kw = K.shape[:2]
    oh, ow = dY.shape[1:3]
    (top, bottom), (left, right) = pads_2d(H, W, kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), (top, bottom), (left, right), (0, 0))).astype(np.float32)
    dY, K = dY.astype(np.float32), K.astype(np.float32)
    dpadded, dK = np.zeros_like(padded), np.zeros_like(K)
    for p, q in np.ndindex(kh, kw):
        rows = slice(p, p + (oh - 1) * stride + 1, stride)
        columns = slice(q, q + (ow - 1) * stride + 1, stride)
        dK[p, q] = np.tensordot(padded[:, rows, columns], dY, axes=((0, 1, 2), (0, 1, 2)))
        dpadded[:, rows, columns] += dY @ K[p, q].T
    return [dpadded[:, top : top + H, left : left + W], dK, dY.sum(axis=(0, 1, 2))]


@alternative("A11.6", "true convolution of the spread-out slopes")
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    N, H, W, _ = X.shape
    kh, kw, _, F = K.shape
    (top, bottom), (left, right) = pads_2d(H, W, kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), (top, bottom), (left, right), (0, 0)))
    spread = np.zeros((N, padded.shape[1] - kh + 1, padded.shape[2] - kw + 1, F))
    spread[:, ::stride, ::stride] = dY
    around = np.pad(spread, ((0, 0), (kh - 1, kh - 1), (kw - 1, kw - 1), (0, 0)))
    flipped = K[::-1, ::-1].transpose(0, 1, 3, 2)
    dpadded = conv2d_forward(around, flipped, np.zeros(flipped.shape[3]))[0]
    images, slopes = padded.transpose(3, 1, 2, 0), spread.transpose(1, 2, 0, 3)
    dK = conv2d_forward(images, slopes, np.zeros(F))[0].transpose(1, 2, 0, 3)
    return dpadded[:, top : top + H, left : left + W], dK, np.einsum("nijf->f", dY)
