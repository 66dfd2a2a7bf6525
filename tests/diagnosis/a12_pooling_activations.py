"""The misconceptions of A12 written anew in another style: the diagnosis is measured on them."""

import numpy as np
from a12_pooling_activations import *
from paraphrases import paraphrase


@paraphrase("A12.1", "zeros-around-the-maximum")
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    s = stride or size
    Z, _, _ = framed(X, size, s, padding, 0.0)
    windows = np.lib.stride_tricks.sliding_window_view(Z, (size, size), axis=(1, 2))
    return windows[:, ::s, ::s].max(axis=(4, 5)), (X, size, s, padding)


@paraphrase("A12.1", "maximum-starts-at-zero")
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    step = size if stride is None else stride
    _, (up, aside), (rows, columns) = framed(X, size, step, padding, 0)
    N, H, W, C = X.shape
    Y = []
    for n in range(N):
        image = []
        for i in range(rows):
            line = []
            for j in range(columns):
                best = [0.0] * C
                for r in range(i * step - up, i * step - up + size):
                    for q in range(j * step - aside, j * step - aside + size):
                        if 0 <= r < H and 0 <= q < W:
                            for c in range(C):
                                if X[n, r, q, c] > best[c]:
                                    best[c] = float(X[n, r, q, c])
                line.append(best)
            image.append(line)
        Y.append(image)
    return np.array(Y), (X, size, step, padding)


@paraphrase("A12.1", "stride-is-the-window")
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    given = stride if stride is not None else size
    stride = size
    Z, _, (rows, columns) = framed(X, size, stride, padding, -np.inf)
    Z = Z.astype(np.float32)[:, : rows * size, : columns * size]
    Y = Z.reshape(len(X), rows, size, columns, size, -1).max(axis=4).max(axis=2)
    return Y, (X, size, given, padding)


@paraphrase("A12.1", "stride-one-when-omitted")
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    if not stride:
        stride = 1
    Z, _, (rows, columns) = framed(X, size, stride, padding, -np.inf)
    Y = None
    for r in range(size):
        for q in range(size):
            here = Z[:, r : r + stride * rows : stride, q : q + stride * columns : stride]
            here = here[:, :rows, :columns]
            Y = here if Y is None else np.maximum(Y, here)
    return Y, (X, size, stride, padding)


@paraphrase("A12.1", "stride-only-in-the-size")
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    if stride is None:
        stride = size
    Z, _, (rows, columns) = framed(X, size, stride, padding, -np.inf)
    windows = np.lib.stride_tricks.sliding_window_view(Z, (size, size), axis=(1, 2))
    Y = windows.max(axis=(-1, -2))[:, :rows, :columns]
    return Y, (X, size, stride, padding)


@paraphrase("A12.1", "maximum-over-channels")
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    stride = size if stride is None else stride
    Z, _, (rows, columns) = framed(X, size, stride, padding, -np.inf)
    flat = np.amax(Z, axis=-1)
    Y = np.empty((X.shape[0], rows, columns, X.shape[3]), np.float32)
    for n in range(len(X)):
        for i in range(rows):
            for j in range(columns):
                window = flat[n, i * stride : i * stride + size, j * stride : j * stride + size]
                Y[n, i, j, :] = np.max(window)
    return Y, (X, size, stride, padding)


@paraphrase("A12.1", "largest-in-size")
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    stride = stride or size
    Z, _, (rows, columns) = framed(X, size, stride, padding, 0)
    Y = np.zeros((len(X), rows, columns, X.shape[3]))
    for n, i, j, c in np.ndindex(Y.shape):
        window = Z[n, i * stride : i * stride + size, j * stride : j * stride + size, c]
        Y[n, i, j, c] = max(window.ravel().tolist(), key=abs)
    return Y, (X, size, stride, padding)


@paraphrase("A12.1", "partial-windows-kept")
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    s = size if stride is None else stride
    Z, _, (rows, columns) = framed(X, size, s, padding, -np.inf)
    if padding in ("valid", "Valid", "VALID"):
        rows = int(np.ceil((X.shape[1] - size) / s)) + 1
        columns = int(np.ceil((X.shape[2] - size) / s)) + 1
        Z = np.pad(Z, ((0, 0), (0, size + s), (0, size + s), (0, 0)), constant_values=-np.inf)
    windows = np.lib.stride_tricks.sliding_window_view(Z, (size, size), axis=(1, 2))
    return windows[:, ::s, ::s][:, :rows, :columns].max(axis=(4, 5)), (X, size, s, padding)


@paraphrase("A12.1", "padded-for-stride-one")
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    s = size if stride is None else stride
    Z, _, _ = framed(X, size, 1, padding, -np.inf)
    windows = np.lib.stride_tricks.sliding_window_view(Z, (size, size), axis=(1, 2))
    every = windows.reshape(*windows.shape[:4], -1).max(axis=-1)
    return every[:, ::s, ::s].astype(np.float32), (X, size, s, padding)


@paraphrase("A12.1", "border-at-the-top-left")
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    s = size if stride is None else stride
    Z, (up, aside), (rows, columns) = framed(X, size, s, padding, -np.inf)
    down, other = Z.shape[1] - X.shape[1] - up, Z.shape[2] - X.shape[2] - aside
    Z = np.pad(
        X.astype(float), ((0, 0), (down, up), (other, aside), (0, 0)), constant_values=-np.inf
    )
    windows = np.lib.stride_tricks.sliding_window_view(Z, (size, size), axis=(1, 2))
    return windows[:, ::s, ::s][:, :rows, :columns].max(axis=(4, 5)), (X, size, s, padding)


@paraphrase("A12.1", "square-output")
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    s = size if stride is None else stride
    Z, _, (side, _) = framed(X, size, s, padding, -np.inf)
    Y = np.full((len(X), side, side, X.shape[3]), -np.inf)
    for r in range(Z.shape[1]):
        for q in range(Z.shape[2]):
            for i in range(side):
                for j in range(side):
                    if 0 <= r - i * s < size and 0 <= q - j * s < size:
                        Y[:, i, j] = np.maximum(Y[:, i, j], Z[:, r, q])
    return Y, (X, size, s, padding)


@paraphrase("A12.1", "padded-images-cached")
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    s = stride or size
    X, _, _ = framed(X, size, s, padding, -np.inf)
    windows = np.lib.stride_tricks.sliding_window_view(X, (size, size), axis=(1, 2))
    return windows[:, ::s, ::s].max(axis=(4, 5)), (X, size, s, padding)


@paraphrase("A12.1", "none-cached")
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    cache = (X, size, stride, padding)
    s = stride or size
    Z, _, _ = framed(X, size, s, padding, -np.inf)
    windows = np.lib.stride_tricks.sliding_window_view(Z, (size, size), axis=(1, 2))
    return windows[:, ::s, ::s].max(axis=(4, 5)), cache


@paraphrase("A12.2", "every-tie-wins")
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    Z, (up, aside), _ = framed(X, size, stride, padding, -np.inf)
    dZ = np.zeros(Z.shape)
    for n, i, j, c in np.ndindex(dY.shape):
        rows = range(i * stride, i * stride + size)
        columns = range(j * stride, j * stride + size)
        best = max(Z[n, r, q, c] for r in rows for q in columns)
        for r in rows:
            for q in columns:
                if Z[n, r, q, c] == best:
                    dZ[n, r, q, c] += dY[n, i, j, c]
    return dZ[:, up : up + X.shape[1], aside : aside + X.shape[2]]


@paraphrase("A12.2", "ties-share")
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    Z, (up, aside), _ = framed(X, size, stride, padding, -np.inf)
    dZ = np.zeros(Z.shape)
    for n, i, j, c in np.ndindex(dY.shape):
        window = Z[n, i * stride : i * stride + size, j * stride : j * stride + size, c]
        winners = np.argwhere(window == window.max())
        for r, q in winners:
            dZ[n, i * stride + r, j * stride + q, c] += dY[n, i, j, c] / len(winners)
    return dZ[:, up : up + X.shape[1], aside : aside + X.shape[2]]


@paraphrase("A12.2", "last-tie-wins")
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    _, H, W, _ = X.shape
    _, (up, aside), _ = framed(X, size, stride, padding, -np.inf)
    dX = np.zeros(X.shape)
    for n, i, j, c in np.ndindex(dY.shape):
        best, place = -np.inf, None
        for r in range(max(i * stride - up, 0), min(i * stride - up + size, H)):
            for q in range(max(j * stride - aside, 0), min(j * stride - aside + size, W)):
                if X[n, r, q, c] >= best:
                    best, place = X[n, r, q, c], (n, r, q, c)
        dX[place] += dY[n, i, j, c]
    return dX


@paraphrase("A12.2", "first-in-column-order")
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    _, H, W, _ = X.shape
    _, (up, aside), _ = framed(X, size, stride, padding, -np.inf)
    dX = np.zeros(X.shape)
    for n, i, j, c in np.ndindex(dY.shape):
        best, place = -np.inf, None
        for q in range(max(j * stride - aside, 0), min(j * stride - aside + size, W)):
            for r in range(max(i * stride - up, 0), min(i * stride - up + size, H)):
                if X[n, r, q, c] > best:
                    best, place = X[n, r, q, c], (n, r, q, c)
        dX[place] += dY[n, i, j, c]
    return dX


@paraphrase("A12.2", "overlaps-overwritten")
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    Z, (up, aside), _ = framed(X, size, stride, padding, -np.inf)
    dZ = np.zeros(Z.shape, np.float32)
    for n, i, j, c in np.ndindex(dY.shape):
        window = Z[n, i * stride : i * stride + size, j * stride : j * stride + size, c]
        r, q = np.unravel_index(np.argmax(window), window.shape)
        dZ[n, i * stride + r, j * stride + q, c] = dY[n, i, j, c]
    return dZ[:, up : up + X.shape[1], aside : aside + X.shape[2]]


@paraphrase("A12.2", "stride-is-the-window")
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    _, H, W, _ = X.shape
    _, (up, aside), _ = framed(X, size, stride, padding, -np.inf)
    dX = np.zeros(X.shape)
    stride = size
    for n, i, j, c in np.ndindex(dY.shape):
        best, place = -np.inf, None
        for r in range(max(i * stride - up, 0), min(i * stride - up + size, H)):
            for q in range(max(j * stride - aside, 0), min(j * stride - aside + size, W)):
                if X[n, r, q, c] > best:
                    best, place = X[n, r, q, c], (n, r, q, c)
        if place is not None:
            dX[place] += dY[n, i, j, c]
    return dX


@paraphrase("A12.2", "zeros-around-the-maximum")
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    _, H, W, _ = X.shape
    _, (up, aside), _ = framed(X, size, stride, padding, 0)
    dX = np.zeros(X.shape)
    for n, i, j, c in np.ndindex(dY.shape):
        best, place = -np.inf, None
        for r in range(i * stride - up, i * stride - up + size):
            for q in range(j * stride - aside, j * stride - aside + size):
                inside = 0 <= r < H and 0 <= q < W
                here = X[n, r, q, c] if inside else 0
                if here > best:
                    best, place = here, (n, r, q, c) if inside else None
        if place is not None:
            dX[place] += dY[n, i, j, c]
    return dX


@paraphrase("A12.2", "one-winner-for-all-channels")
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    Z, (up, aside), (rows, columns) = framed(X, size, stride, padding, -np.inf)
    dZ = np.zeros(Z.shape)
    for n in range(len(X)):
        for i in range(rows):
            for j in range(columns):
                window = Z[n, i * stride : i * stride + size, j * stride : j * stride + size]
                r, q, _ = np.unravel_index(np.argmax(window), window.shape)
                dZ[n, i * stride + r, j * stride + q, :] += dY[n, i, j, :]
    return dZ[:, up : up + X.shape[1], aside : aside + X.shape[2]]


@paraphrase("A12.2", "one-channel-wins")
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    _, H, W, C = X.shape
    _, (up, aside), _ = framed(X, size, stride, padding, 0)
    dX = np.zeros(X.shape)
    for n, i, j in np.ndindex(dY.shape[:3]):
        best, place = -np.inf, None
        for r in range(max(i * stride - up, 0), min(i * stride - up + size, H)):
            for q in range(max(j * stride - aside, 0), min(j * stride - aside + size, W)):
                for c in range(C):
                    if X[n, r, q, c] > best:
                        best, place = X[n, r, q, c], (r, q, c)
        r, q, c = place
        dX[n, r, q, c] += dY[n, i, j, c]
    return dX


@paraphrase("A12.2", "winners-found-by-value")
def max_pool_backward(dY, cache):
    X = cache[0]
    Y = max_pool_forward(*cache)[0]
    dX = np.zeros(X.shape)
    for n, r, q, c in np.ndindex(X.shape):
        won = Y[n, :, :, c] == X[n, r, q, c]
        dX[n, r, q, c] = np.sum(dY[n, :, :, c][won])
    return dX


@paraphrase("A12.2", "border-cut-at-the-wrong-place")
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    Z, _, _ = framed(X, size, stride, padding, -np.inf)
    dZ = np.zeros(Z.shape)
    for n, i, j, c in np.ndindex(dY.shape):
        window = Z[n, i * stride : i * stride + size, j * stride : j * stride + size, c]
        r, q = np.unravel_index(np.argmax(window), window.shape)
        dZ[n, i * stride + r, j * stride + q, c] += dY[n, i, j, c]
    return np.array([image[: X.shape[1], : X.shape[2]] for image in dZ])


@paraphrase("A12.2", "cut-by-a-negative-zero")
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    Z, (top, left), _ = framed(X, size, stride, padding, -np.inf)
    dZ = np.zeros(Z.shape)
    for n, i, j, c in np.ndindex(dY.shape):
        window = Z[n, i * stride : i * stride + size, j * stride : j * stride + size, c]
        r, q = divmod(int(np.argmax(window)), size)
        dZ[n, i * stride + r, j * stride + q, c] += dY[n, i, j, c]
    bottom, right = (Z.shape[k] - X.shape[k] - (top, left)[k - 1] for k in (1, 2))
    dZ = dZ[:, top:-bottom, :, :]
    return dZ[:, :, left:-right, :]


@paraphrase("A12.2", "shared-by-the-window")
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    _, H, W, _ = X.shape
    _, (up, aside), _ = framed(X, size, stride, padding, 0)
    dX = np.zeros(X.shape, np.float32)
    for i, j in np.ndindex(dY.shape[1:3]):
        rows = [r for r in range(i * stride - up, i * stride - up + size) if 0 <= r < H]
        columns = [q for q in range(j * stride - aside, j * stride - aside + size) if 0 <= q < W]
        for r in rows:
            for q in columns:
                dX[:, r, q] += dY[:, i, j] / (len(rows) * len(columns))
    return dX


@paraphrase("A12.2", "winners-counted")
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    Z, (up, aside), _ = framed(X, size, stride, padding, -np.inf)
    mask = np.zeros(Z.shape)
    for n, i, j, c in np.ndindex(dY.shape):
        window = Z[n, i * stride : i * stride + size, j * stride : j * stride + size, c]
        r, q = np.unravel_index(np.argmax(window), window.shape)
        mask[n, i * stride + r, j * stride + q, c] += 1.0
    return mask[:, up : up + X.shape[1], aside : aside + X.shape[2]]


@paraphrase("A12.2", "integer-slopes")
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    N, H, W, C = X.shape
    Z, (up, aside), (rows, columns) = framed(X, size, stride, padding, -np.inf)
    dZ = np.zeros(Z.shape, dtype=X.dtype)
    n, c = np.ogrid[:N, :C]
    for i, j in np.ndindex(rows, columns):
        window = Z[:, i * stride : i * stride + size, j * stride : j * stride + size]
        r, q = np.divmod(window.reshape(N, -1, C).argmax(axis=1), size)
        dZ[n, i * stride + r, j * stride + q, c] += dY[:, i, j].astype(dZ.dtype)
    return dZ[:, up : up + H, aside : aside + W]


@paraphrase("A12.3", "sum-for-mean")
def avg_pool_forward(X, size=2, stride=None, padding="valid"):
    s = stride or size
    Z, _, _ = framed(X, size, s, padding, 0.0)
    windows = np.lib.stride_tricks.sliding_window_view(Z, (size, size), axis=(1, 2))
    return np.einsum("nijcrq->nijc", windows[:, ::s, ::s]), (X, size, s, padding)


@paraphrase("A12.3", "border-counted")
def avg_pool_forward(X, size=2, stride=None, padding="valid"):
    s = stride or size
    Z, _, _ = framed(X, size, s, padding, 0.0)
    windows = np.lib.stride_tricks.sliding_window_view(Z, (size, size), axis=(1, 2))
    return np.einsum("nijcrq->nijc", windows[:, ::s, ::s]) / size**2, (X, size, s, padding)


@paraphrase("A12.3", "divided-by-the-side")
def avg_pool_forward(X, size=2, stride=None, padding="valid"):
    s = stride or size
    Z, _, (rows, columns) = framed(X, size, s, padding, 0.0)
    Y = np.zeros((len(X), rows, columns, X.shape[3]), np.float32)
    for n, i, j, c in np.ndindex(Y.shape):
        window = Z[n, i * s : i * s + size, j * s : j * s + size, c]
        Y[n, i, j, c] = sum(window.ravel().tolist()) / len(window)
    return Y, (X, size, s, padding)


@paraphrase("A12.3", "stride-is-the-window")
def avg_pool_forward(X, size=2, stride=None, padding="valid"):
    given = stride if stride is not None else size
    stride = size
    _, H, W, _ = X.shape
    _, (up, aside), (rows, columns) = framed(X, size, stride, padding, 0)
    Y = []
    for i in range(rows):
        down = slice(max(i * stride - up, 0), i * stride - up + size)
        for j in range(columns):
            across = slice(max(j * stride - aside, 0), j * stride - aside + size)
            Y.append(X[:, down, across].mean(axis=(1, 2)))
    Y = np.array(Y).reshape(rows, columns, len(X), -1).transpose(2, 0, 1, 3)
    return Y, (X, size, given, padding)


@paraphrase("A12.3", "mean-over-channels")
def avg_pool_forward(X, size=2, stride=None, padding="valid"):
    s = size if stride is None else stride
    grey = X.mean(axis=3, keepdims=True)
    total, _, (rows, columns) = framed(grey, size, s, padding, 0)
    cells, _, _ = framed(np.ones(grey.shape), size, s, padding, 0)
    Y = np.zeros((len(X), rows, columns, X.shape[3]))
    for i, j in np.ndindex(rows, columns):
        place = np.s_[:, i * s : i * s + size, j * s : j * s + size, 0]
        mean = total[place].sum(axis=(1, 2)) / cells[place].sum(axis=(1, 2))
        Y[:, i, j] = np.tile(mean[:, None], X.shape[3])
    return Y, (X, size, s, padding)


@paraphrase("A12.3", "maximum-again")
def avg_pool_forward(X, size=2, stride=None, padding="valid"):
    s = stride or size
    Z, _, _ = framed(X, size, s, padding, -np.inf)
    windows = np.lib.stride_tricks.sliding_window_view(Z, (size, size), axis=(1, 2))
    return np.amax(windows[:, ::s, ::s], axis=(-2, -1)).astype(np.float32), (X, size, s, padding)


@paraphrase("A12.3", "integer-means")
def avg_pool_forward(X, size=2, stride=None, padding="valid"):
    s = size if stride is None else stride
    _, (up, aside), (rows, columns) = framed(X, size, s, padding, 0)
    Y = np.zeros_like(X, shape=(len(X), rows, columns, X.shape[3]))
    for n, i, j, c in np.ndindex(Y.shape):
        window = X[
            n,
            max(i * s - up, 0) : i * s - up + size,
            max(j * s - aside, 0) : j * s - aside + size,
            c,
        ]
        Y[n, i, j, c] = window.sum() / window.size
    return Y, (X, size, s, padding)


@paraphrase("A12.4", "not-divided")
def avg_pool_backward(dY, cache):
    X, size, stride, padding = cache
    _, H, W, _ = X.shape
    _, (up, aside), _ = framed(X, size, stride, padding, 0)
    dX = np.zeros(X.shape, np.float32)
    for n, i, j, c in np.ndindex(dY.shape):
        for r in range(i * stride - up, i * stride - up + size):
            for q in range(j * stride - aside, j * stride - aside + size):
                if 0 <= r < H and 0 <= q < W:
                    dX[n, r, q, c] += dY[n, i, j, c]
    return dX


@paraphrase("A12.4", "divided-by-the-side")
def avg_pool_backward(dY, cache):
    X, size, stride, padding = cache
    Z, (up, aside), (rows, columns) = framed(X, size, stride, padding, 0)
    dZ = np.zeros(Z.shape)
    for r in range(size):
        for q in range(size):
            down = slice(r, r + (rows - 1) * stride + 1, stride)
            across = slice(q, q + (columns - 1) * stride + 1, stride)
            dZ[:, down, across] += dY / size
    return dZ[:, up : up + X.shape[1], aside : aside + X.shape[2]]


@paraphrase("A12.4", "border-counted")
def avg_pool_backward(dY, cache):
    X, size, stride, padding = cache
    Z, (up, aside), (rows, columns) = framed(X, size, stride, padding, 0)
    dZ = np.zeros(Z.shape)
    share = dY / (size * size)
    for r in range(size):
        for q in range(size):
            down = slice(r, r + (rows - 1) * stride + 1, stride)
            across = slice(q, q + (columns - 1) * stride + 1, stride)
            dZ[:, down, across] += share
    return dZ[:, up : up + X.shape[1], aside : aside + X.shape[2]]


@paraphrase("A12.4", "overlaps-overwritten")
def avg_pool_backward(dY, cache):
    X, size, stride, padding = cache
    _, H, W, _ = X.shape
    _, (up, aside), _ = framed(X, size, stride, padding, 0)
    dX = np.zeros(X.shape)
    for n, i, j, c in np.ndindex(dY.shape):
        top, left = i * stride - up, j * stride - aside
        place = np.s_[n, max(top, 0) : top + size, max(left, 0) : left + size, c]
        dX[place] = dY[n, i, j, c] / dX[place].size
    return dX


@paraphrase("A12.4", "overlaps-averaged")
def avg_pool_backward(dY, cache):
    X, size, stride, padding = cache
    _, (up, aside), _ = framed(X, size, stride, padding, 0)
    received = {}
    for i, j in np.ndindex(dY.shape[1:3]):
        top, left = i * stride - up, j * stride - aside
        rows = range(max(top, 0), min(top + size, X.shape[1]))
        columns = range(max(left, 0), min(left + size, X.shape[2]))
        for r in rows:
            for q in columns:
                received.setdefault((r, q), []).append(dY[:, i, j] / (len(rows) * len(columns)))
    dX = np.zeros(X.shape)
    for (r, q), shares in received.items():
        dX[:, r, q] = np.mean(shares, axis=0)
    return dX


@paraphrase("A12.4", "stride-is-the-window")
def avg_pool_backward(dY, cache):
    X, size, stride, padding = cache
    _, (up, aside), _ = framed(X, size, stride, padding, 0)
    dX = np.zeros(X.shape)
    for i, j in np.ndindex(dY.shape[1:3]):
        rows = [r for r in range(i * size - up, i * size - up + size) if 0 <= r < X.shape[1]]
        columns = [
            q for q in range(j * size - aside, j * size - aside + size) if 0 <= q < X.shape[2]
        ]
        for r in rows:
            for q in columns:
                dX[:, r, q] += dY[:, i, j] / (len(rows) * len(columns))
    return dX


@paraphrase("A12.4", "border-cut-at-the-wrong-place")
def avg_pool_backward(dY, cache):
    X, size, stride, padding = cache
    cells, _, (rows, columns) = framed(np.ones(X.shape), size, stride, padding, 0)
    dZ = np.zeros(cells.shape)
    places = [
        np.s_[
            :, r : r + (rows - 1) * stride + 1 : stride, q : q + (columns - 1) * stride + 1 : stride
        ]
        for r, q in np.ndindex(size, size)
    ]
    share = dY / sum(cells[place] for place in places)
    for place in places:
        dZ[place] += share
    return np.array([image[: X.shape[1], : X.shape[2]] for image in dZ])


@paraphrase("A12.4", "largest-gets-everything")
def avg_pool_backward(dY, cache):
    X, size, stride, padding = cache
    Z, (up, aside), _ = framed(X, size, stride, padding, -np.inf)
    dZ = np.zeros(Z.shape)
    for n, i, j, c in np.ndindex(dY.shape):
        window = Z[n, i * stride : i * stride + size, j * stride : j * stride + size, c]
        r, q = np.unravel_index(np.argmax(window), window.shape)
        dZ[n, i * stride + r, j * stride + q, c] += dY[n, i, j, c]
    return dZ[:, up : up + X.shape[1], aside : aside + X.shape[2]]


@paraphrase("A12.4", "integer-shares")
def avg_pool_backward(dY, cache):
    X, size, stride, padding = cache
    cells, (up, aside), (rows, columns) = framed(np.ones(X.shape), size, stride, padding, 0)
    dZ = np.zeros(cells.shape, dtype=X.dtype)
    for i in range(rows):
        for j in range(columns):
            place = np.s_[:, i * stride : i * stride + size, j * stride : j * stride + size]
            share = dY[:, i, j] / cells[place].sum(axis=(1, 2))
            dZ[place] += share[:, None, None].astype(X.dtype)
    return dZ[:, up : up + X.shape[1], aside : aside + X.shape[2]]


@paraphrase("A12.5", "slope-of-the-sigmoid")
def tanh_from_sigmoid(x):
    t = np.tanh(np.asarray(x, dtype=float))
    return t, t - t**2


@paraphrase("A12.5", "chain-rule-forgotten")
def tanh_from_sigmoid(x):
    e = np.exp(-2 * np.abs(np.asarray(x, dtype=float)))
    value = np.sign(x) * (1 - e) / (1 + e)
    return value, e / (1 + e) ** 2


@paraphrase("A12.5", "inner-derivative-forgotten")
def tanh_from_sigmoid(x):
    def sigmoid_slope(z):
        return sigmoid(z) - sigmoid(z) ** 2

    z = np.asarray(x) * 2
    return -1 + sigmoid(z) * 2, sigmoid_slope(z) * 2


@paraphrase("A12.5", "argument-not-doubled")
def tanh_from_sigmoid(x):
    s = sigmoid(np.asarray(x, dtype=float))
    value = s - (1 - s)
    return value, 1 - value**2


@paraphrase("A12.5", "not-centred")
def tanh_from_sigmoid(x):
    value = sigmoid(2 * np.asarray(x)) + sigmoid(2 * np.asarray(x))
    derivative = 1 - value * value
    return [value, derivative]


@paraphrase("A12.5", "slope-from-the-argument")
def tanh_from_sigmoid(x):
    value = np.tanh(x)
    slope = [1 - float(entry) ** 2 for entry in np.ravel(x)]
    return value, np.array(slope).reshape(np.shape(x))


@paraphrase("A12.5", "tanh-of-tanh")
def tanh_from_sigmoid(x):
    def tanh(z):
        return 2 * sigmoid(2 * z) - 1

    value = tanh(np.asarray(x))
    return value, 1 - tanh(value) ** 2


@paraphrase("A12.5", "square-forgotten")
def tanh_from_sigmoid(x):
    s = sigmoid(2 * np.asarray(x))
    return 2 * s - 1, 2 - 2 * s


@paraphrase("A12.5", "overflows-far-out")
def tanh_from_sigmoid(x):
    x = np.asarray(x, dtype=float)
    t = np.sinh(x) / np.cosh(x)
    return t, 1 - t**2


@paraphrase("A12.5", "derivative-first")
def tanh_from_sigmoid(x):
    t = np.tanh(np.asarray(x))
    result = {"slope": 1 - t**2, "value": t}
    return tuple(result.values())


@paraphrase("A12.6", "mask-from-the-output")
class ReLU:
    def __init__(self):
        self.params = {}
        self.grads = {}

    def forward(self, x):
        out = np.where(x < 0, 0, x)
        self.mask = np.where(out >= 0, 1.0, 0.0)
        return out

    def backward(self, dY):
        return self.mask * dY


@paraphrase("A12.6", "one-at-zero")
class ReLU:
    def __init__(self):
        self.params = {}
        self.grads = {}

    def forward(self, x):
        self.negative = np.asarray(x) < 0
        y = np.array(x)
        y[self.negative] = 0
        return y

    def backward(self, dY):
        dX = np.array(dY)
        dX[self.negative] = 0
        return dX


@paraphrase("A12.6", "half-at-zero")
class ReLU:
    def __init__(self):
        self.params = {}
        self.grads = {}

    def forward(self, x):
        self.x = np.array(x)
        return np.where(self.x > 0, self.x, 0)

    def backward(self, dY):
        return dY * (1 + np.sign(self.x)) / 2


@paraphrase("A12.6", "leaky")
class ReLU:
    def __init__(self):
        self.params = {}
        self.grads = {}

    def forward(self, x):
        self.x = x
        return np.maximum(x, 0.01 * x)

    def backward(self, dY):
        dX = np.array(dY, dtype=float)
        dX[self.x <= 0] *= 0.01
        return dX


@paraphrase("A12.6", "absolute-value")
class ReLU:
    def __init__(self):
        self.params = {}
        self.grads = {}

    def forward(self, x):
        self.sign = np.where(x > 0, 1, np.where(x < 0, -1, 0))
        return x * self.sign

    def backward(self, dY):
        return self.sign * dY


@paraphrase("A12.6", "clipped-at-one")
class ReLU:
    def __init__(self):
        self.params = {}
        self.grads = {}

    def forward(self, x):
        y = np.minimum(1.0, np.maximum(0.0, x))
        self.free = (y > 0) * (y < 1)
        return y

    def backward(self, dY):
        return np.where(self.free, dY, 0)


@paraphrase("A12.6", "mask-from-the-slope")
class ReLU:
    def __init__(self):
        self.params = {}
        self.grads = {}

    def forward(self, x):
        return x * (x > 0)

    def backward(self, dY):
        return np.where(dY > 0, dY, 0)


@paraphrase("A12.6", "multiplied-by-the-output")
class ReLU:
    def __init__(self):
        self.params = {}
        self.grads = {}

    def forward(self, x):
        self.x = x
        return np.where(x > 0, x, 0)

    def backward(self, dY):
        return np.where(self.x > 0, self.x * dY, 0)


@paraphrase("A12.6", "first-mask-kept")
class ReLU:
    def __init__(self):
        self.params = {}
        self.grads = {}

    def forward(self, x):
        if not hasattr(self, "x"):
            self.x = np.array(x)
        return x * (x > 0)

    def backward(self, dY):
        return np.where(self.x > 0, dY, 0)


@paraphrase("A12.6", "mask-of-all-layers")
class ReLU:
    def __init__(self):
        self.params = {}
        self.grads = {}

    def forward(self, x):
        ReLU.x = np.array(x)
        return np.where(x > 0, x, 0)

    def backward(self, dY):
        return np.where(ReLU.x > 0, dY, 0)


@paraphrase("A12.6", "input-overwritten")
class ReLU:
    def __init__(self):
        self.params = {}
        self.grads = {}

    def forward(self, x):
        self.off = x <= 0
        x *= ~self.off
        return x

    def backward(self, dY):
        return np.where(self.off, 0, dY)


@paraphrase("A12.7", "first-layer-first")
def gradient_norms(depth, width, activation, rng):
    if activation not in ("sigmoid", "tanh", "relu"):
        raise ValueError("activation")
    A, layers = rng.standard_normal((64, width)), []
    for _ in range(depth):
        W = rng.standard_normal((width, width)) * np.sqrt((1 + (activation == "relu")) / width)
        Z = A @ W
        layers.append((A, W, Z))
        A = (
            sigmoid(Z)
            if activation == "sigmoid"
            else np.tanh(Z)
            if activation == "tanh"
            else Z * (Z > 0)
        )
    dA, norms = rng.standard_normal((64, width)), []
    for A, W, Z in layers[::-1]:
        if activation == "sigmoid":
            dZ = dA * sigmoid(Z) * (1 - sigmoid(Z))
        elif activation == "tanh":
            dZ = dA / np.cosh(Z) ** 2
        else:
            dZ = dA * (Z > 0)
        norms.insert(0, np.linalg.norm(A.T @ dZ))
        dA = dZ @ W.T
    return norms


@paraphrase("A12.7", "slope-forgotten")
def gradient_norms(depth, width, activation, rng):
    if activation not in ("sigmoid", "tanh", "relu"):
        raise ValueError("activation")
    A, layers = rng.standard_normal((64, width)), []
    for _ in range(depth):
        W = rng.standard_normal((width, width)) * np.sqrt((1 + (activation == "relu")) / width)
        layers.append((A, W))
        Z = A @ W
        A = (
            sigmoid(Z)
            if activation == "sigmoid"
            else np.tanh(Z)
            if activation == "tanh"
            else Z * (Z > 0)
        )
    dZ, norms = rng.standard_normal((64, width)), []
    for A, W in layers[::-1]:
        norms.append(np.linalg.norm(A.T @ dZ))
        dZ = np.einsum("mk,nk->mn", dZ, W)
    return np.array(norms)


@paraphrase("A12.7", "sigmoid-slope-up-to-one")
def gradient_norms(depth, width, activation, rng):
    if activation not in ("sigmoid", "tanh", "relu"):
        raise ValueError("activation")
    A, layers = rng.standard_normal((64, width)), []
    for _ in range(depth):
        W = rng.standard_normal((width, width)) * np.sqrt((1 + (activation == "relu")) / width)
        Z = A @ W
        layers.append((A, W, Z))
        A = (
            sigmoid(Z)
            if activation == "sigmoid"
            else np.tanh(Z)
            if activation == "tanh"
            else Z * (Z > 0)
        )
    dA, norms = rng.standard_normal((64, width)), []
    for A, W, Z in layers[::-1]:
        if activation == "sigmoid":
            dZ = dA / np.cosh(Z / 2) ** 2
        elif activation == "tanh":
            dZ = dA / np.cosh(Z) ** 2
        else:
            dZ = dA * (Z > 0)
        norms.append(np.sqrt(np.square(A.T @ dZ).sum()))
        dA = dZ @ W.T
    return np.array(norms)


@paraphrase("A12.7", "slope-of-the-activated-value")
def gradient_norms(depth, width, activation, rng):
    def f(z):
        if activation == "sigmoid":
            return sigmoid(z)
        if activation == "tanh":
            return np.tanh(z)
        if activation == "relu":
            return np.where(z > 0, z, 0)
        raise ValueError("activation")

    def slope(z):
        a = f(z)
        return {"sigmoid": a * (1 - a), "tanh": 1 - a * a, "relu": np.sign(a)}[activation]

    A, weights = [rng.standard_normal((64, width))], []
    for _ in range(depth):
        weights.append(
            rng.standard_normal((width, width)) * np.sqrt((1 + (activation == "relu")) / width)
        )
        A.append(f(A[-1] @ weights[-1]))
    dA, norms = rng.standard_normal((64, width)), []
    for layer in range(depth - 1, -1, -1):
        dZ = dA * slope(A[layer + 1])
        norms.append(np.linalg.norm(A[layer].T @ dZ))
        dA = dZ @ weights[layer].T
    return norms


@paraphrase("A12.7", "glorot-for-relu")
def gradient_norms(depth, width, activation, rng):
    if activation not in ("sigmoid", "tanh", "relu"):
        raise ValueError("activation")
    A, layers = rng.standard_normal((64, width)), []
    for _ in range(depth):
        W = rng.normal(scale=np.sqrt(2 / (width + width)), size=(width, width))
        Z = A @ W
        layers.append((A, W, Z))
        A = (
            sigmoid(Z)
            if activation == "sigmoid"
            else np.tanh(Z)
            if activation == "tanh"
            else Z * (Z > 0)
        )
    dA, norms = rng.standard_normal((64, width)), []
    for A, W, Z in layers[::-1]:
        if activation == "sigmoid":
            dZ = dA * sigmoid(Z) * (1 - sigmoid(Z))
        elif activation == "tanh":
            dZ = dA / np.cosh(Z) ** 2
        else:
            dZ = dA * (Z > 0)
        norms.append(np.linalg.norm(A.T @ dZ))
        dA = dZ @ W.T
    return norms


@paraphrase("A12.7", "he-for-all")
def gradient_norms(depth, width, activation, rng):
    if activation not in ("sigmoid", "tanh", "relu"):
        raise ValueError("activation")
    A, layers = rng.standard_normal((64, width)), []
    for _ in range(depth):
        W = rng.standard_normal((width, width)) / np.sqrt(width / 2)
        Z = A @ W
        layers.append((A, W, Z))
        A = (
            sigmoid(Z)
            if activation == "sigmoid"
            else np.tanh(Z)
            if activation == "tanh"
            else Z * (Z > 0)
        )
    dA, norms = rng.standard_normal((64, width)), []
    for A, W, Z in layers[::-1]:
        if activation == "sigmoid":
            dZ = dA * sigmoid(Z) * (1 - sigmoid(Z))
        elif activation == "tanh":
            dZ = dA / np.cosh(Z) ** 2
        else:
            dZ = dA * (Z > 0)
        norms.append(np.linalg.norm(A.T @ dZ))
        dA = dZ @ W.T
    return norms


@paraphrase("A12.7", "weights-of-size-one")
def gradient_norms(depth, width, activation, rng):
    if activation not in ("sigmoid", "tanh", "relu"):
        raise ValueError("activation")
    A, layers = rng.standard_normal((64, width)), []
    for _ in range(depth):
        W = rng.standard_normal((width, width))
        Z = A @ W
        layers.append((A, W, Z))
        A = (
            sigmoid(Z)
            if activation == "sigmoid"
            else np.tanh(Z)
            if activation == "tanh"
            else Z * (Z > 0)
        )
    dA, norms = rng.standard_normal((64, width)), []
    for A, W, Z in layers[::-1]:
        if activation == "sigmoid":
            dZ = dA * sigmoid(Z) * (1 - sigmoid(Z))
        elif activation == "tanh":
            dZ = dA * (1 - np.tanh(Z) ** 2)
        else:
            dZ = dA * (Z > 0)
        norms.append(np.linalg.norm(A.T @ dZ))
        dA = dZ @ W.T
    return norms


@paraphrase("A12.7", "variance-for-deviation")
def gradient_norms(depth, width, activation, rng):
    if activation not in ("sigmoid", "tanh", "relu"):
        raise ValueError("activation")
    A, layers = rng.standard_normal((64, width)), []
    for _ in range(depth):
        W = rng.standard_normal((width, width)) * (1 + (activation == "relu")) / width
        Z = A @ W
        layers.append((A, W, Z))
        A = (
            sigmoid(Z)
            if activation == "sigmoid"
            else np.tanh(Z)
            if activation == "tanh"
            else Z * (Z > 0)
        )
    dA, norms = rng.standard_normal((64, width)), []
    for A, W, Z in layers[::-1]:
        if activation == "sigmoid":
            dZ = dA * sigmoid(Z) * (1 - sigmoid(Z))
        elif activation == "tanh":
            dZ = dA / np.cosh(Z) ** 2
        else:
            dZ = dA * (Z > 0)
        norms.append(np.linalg.norm(A.T @ dZ))
        dA = dZ @ W.T
    return norms


@paraphrase("A12.7", "output-for-input")
def gradient_norms(depth, width, activation, rng):
    if activation not in ("sigmoid", "tanh", "relu"):
        raise ValueError("activation")
    A, layers = rng.standard_normal((64, width)), []
    for _ in range(depth):
        W = rng.standard_normal((width, width)) * np.sqrt((1 + (activation == "relu")) / width)
        Z = A @ W
        A = (
            sigmoid(Z)
            if activation == "sigmoid"
            else np.tanh(Z)
            if activation == "tanh"
            else Z * (Z > 0)
        )
        layers.append((A, W))
    dA, norms = rng.standard_normal((64, width)), []
    for A, W in layers[::-1]:
        if activation == "sigmoid":
            dZ = dA * (A - A * A)
        elif activation == "tanh":
            dZ = dA * (1 - A) * (1 + A)
        else:
            dZ = dA * np.sign(A)
        norms.append(np.linalg.norm(A.T @ dZ))
        dA = dZ @ W.T
    return norms


@paraphrase("A12.7", "weights-skipped-backward")
def gradient_norms(depth, width, activation, rng):
    if activation not in ("sigmoid", "tanh", "relu"):
        raise ValueError("activation")
    A, inputs, slopes = rng.standard_normal((64, width)), [], []
    for _ in range(depth):
        inputs.append(A)
        Z = A @ (
            rng.standard_normal((width, width)) * np.sqrt((1 + (activation == "relu")) / width)
        )
        if activation == "sigmoid":
            A = sigmoid(Z)
            slopes.append(A * (1 - A))
        elif activation == "tanh":
            A = np.tanh(Z)
            slopes.append(1 - A**2)
        else:
            A = Z * (Z > 0)
            slopes.append(np.sign(A))
    delta, norms = rng.standard_normal((64, width)), []
    while inputs:
        delta = slopes.pop() * delta
        norms.append(np.linalg.norm(inputs.pop().T @ delta))
    return np.array(norms)


@paraphrase("A12.7", "ones-sent-back")
def gradient_norms(depth, width, activation, rng):
    if activation not in ("sigmoid", "tanh", "relu"):
        raise ValueError("activation")
    A, layers = rng.standard_normal((64, width)), []
    for _ in range(depth):
        W = rng.standard_normal((width, width)) * np.sqrt((1 + (activation == "relu")) / width)
        Z = A @ W
        layers.append((A, W, Z))
        A = (
            sigmoid(Z)
            if activation == "sigmoid"
            else np.tanh(Z)
            if activation == "tanh"
            else Z * (Z > 0)
        )
    dA, norms = np.full(A.shape, 1.0), []
    for A, W, Z in layers[::-1]:
        if activation == "sigmoid":
            dZ = dA * sigmoid(Z) * (1 - sigmoid(Z))
        elif activation == "tanh":
            dZ = dA / np.cosh(Z) ** 2
        else:
            dZ = dA * (Z > 0)
        norms.append(np.linalg.norm(A.T @ dZ))
        dA = dZ @ W.T
    return norms


@paraphrase("A12.7", "divided-by-rows")
def gradient_norms(depth, width, activation, rng):
    if activation not in ("sigmoid", "tanh", "relu"):
        raise ValueError("activation")
    A, layers = rng.standard_normal((64, width)), []
    for _ in range(depth):
        W = rng.standard_normal((width, width)) * np.sqrt((1 + (activation == "relu")) / width)
        Z = A @ W
        layers.append((A, W, Z))
        A = (
            sigmoid(Z)
            if activation == "sigmoid"
            else np.tanh(Z)
            if activation == "tanh"
            else Z * (Z > 0)
        )
    dA, norms = rng.standard_normal((64, width)), []
    for A, W, Z in layers[::-1]:
        if activation == "sigmoid":
            dZ = dA * sigmoid(Z) * (1 - sigmoid(Z))
        elif activation == "tanh":
            dZ = dA / np.cosh(Z) ** 2
        else:
            dZ = dA * (Z > 0)
        norms.append(np.linalg.norm(np.einsum("mi,mj->ij", A, dZ) / len(A)))
        dA = dZ @ W.T
    return norms


@paraphrase("A12.7", "root-forgotten")
def gradient_norms(depth, width, activation, rng):
    if activation not in ("sigmoid", "tanh", "relu"):
        raise ValueError("activation")
    A, layers = rng.standard_normal((64, width)), []
    for _ in range(depth):
        W = rng.standard_normal((width, width)) * np.sqrt((1 + (activation == "relu")) / width)
        Z = A @ W
        layers.append((A, W, Z))
        A = (
            sigmoid(Z)
            if activation == "sigmoid"
            else np.tanh(Z)
            if activation == "tanh"
            else Z * (Z > 0)
        )
    dA, norms = rng.standard_normal((64, width)), []
    for A, W, Z in layers[::-1]:
        if activation == "sigmoid":
            dZ = dA * sigmoid(Z) * (1 - sigmoid(Z))
        elif activation == "tanh":
            dZ = dA / np.cosh(Z) ** 2
        else:
            dZ = dA * (Z > 0)
        dW = (A.T @ dZ).ravel()
        norms.append(float(dW @ dW))
        dA = dZ @ W.T
    return norms


@paraphrase("A12.7", "own-generator")
def gradient_norms(depth, width, activation, rng):
    if activation not in ("sigmoid", "tanh", "relu"):
        raise ValueError("activation")
    np.random.seed(0)
    A, layers = np.random.randn(64, width), []
    for _ in range(depth):
        W = np.random.randn(width, width) * np.sqrt((1 + (activation == "relu")) / width)
        Z = A @ W
        layers.append((A, W, Z))
        A = (
            sigmoid(Z)
            if activation == "sigmoid"
            else np.tanh(Z)
            if activation == "tanh"
            else Z * (Z > 0)
        )
    dA, norms = np.random.randn(64, width), []
    for A, W, Z in layers[::-1]:
        if activation == "sigmoid":
            dZ = dA * sigmoid(Z) * (1 - sigmoid(Z))
        elif activation == "tanh":
            dZ = dA / np.cosh(Z) ** 2
        else:
            dZ = dA * (Z > 0)
        norms.append(np.linalg.norm(A.T @ dZ))
        dA = dZ @ W.T
    return norms


@paraphrase("A12.7", "anything-else-is-relu")
def gradient_norms(depth, width, activation, rng):
    A, layers = rng.standard_normal((64, width)), []
    gain = {"sigmoid": 1, "tanh": 1}.get(activation, 2)
    for _ in range(depth):
        W = rng.standard_normal((width, width)) * np.sqrt(gain / width)
        Z = A @ W
        layers.append((A, W, Z))
        if activation == "sigmoid":
            A = sigmoid(Z)
        elif activation == "tanh":
            A = np.tanh(Z)
        else:
            A = Z * (Z > 0)
    dA, norms = rng.standard_normal((64, width)), []
    for A, W, Z in layers[::-1]:
        if activation == "sigmoid":
            dZ = dA * sigmoid(Z) * (1 - sigmoid(Z))
        elif activation == "tanh":
            dZ = dA / np.cosh(Z) ** 2
        else:
            dZ = dA * (Z > 0)
        norms.append(np.linalg.norm(A.T @ dZ))
        dA = dZ @ W.T
    return norms


@paraphrase("A12.8", "paper-of-1998")
def lenet5_shapes(side=32, pad=0):
    plan = [
        ("conv1", 6, 156),
        ("pool1", 6, 12),
        ("conv2", 16, 1516),
        ("pool2", 16, 32),
        ("conv3", 120, 48120),
    ]
    rows, here = [], side + 2 * pad
    for name, maps, parameters in plan:
        here = output_size(here, 5) if name.startswith("conv") else output_size(here, 2, 2)
        rows.append((name, (here, here, maps), parameters))
    return [*rows, ("fc1", (84,), here**2 * 120 * 84 + 84), ("fc2", (10,), 850)]


@paraphrase("A12.8", "biases-forgotten")
def lenet5_shapes(side=32, pad=0):
    rows, here, channels = [], side + 2 * pad, 1
    for number, kernels in enumerate((6, 16, 120), start=1):
        here = output_size(here, 5)
        rows.append((f"conv{number}", (here, here, kernels), np.prod((5, 5, channels, kernels))))
        channels = kernels
        if number < 3:
            here = output_size(here, 2, 2)
            rows.append((f"pool{number}", (here, here, channels), 0))
    inputs = here * here * channels
    return [*rows, ("fc1", (84,), inputs * 84), ("fc2", (10,), 840)]


@paraphrase("A12.8", "kernels-one-channel-deep")
def lenet5_shapes(side=32, pad=0):
    rows, here = [], side + 2 * pad
    for number, kernels in enumerate((6, 16, 120), start=1):
        here = output_size(here, 5)
        rows.append((f"conv{number}", (here, here, kernels), 5 * 5 * kernels + kernels))
        if number < 3:
            here = output_size(here, 2, 2)
            rows.append((f"pool{number}", (here, here, kernels), 0))
    inputs = here * here * 120
    return [*rows, ("fc1", (84,), inputs * 84 + 84), ("fc2", (10,), 84 * 10 + 10)]


@paraphrase("A12.8", "convolutions-keep-the-side")
def lenet5_shapes(side=32, pad=0):
    rows, here, channels = [], side + 2 * pad, 1
    for number, kernels in enumerate((6, 16, 120), start=1):
        rows.append((f"conv{number}", (here, here, kernels), (25 * channels + 1) * kernels))
        channels = kernels
        if number < 3:
            here = here // 2
            rows.append((f"pool{number}", (here, here, channels), 0))
    inputs = here * here * channels
    return [*rows, ("fc1", (84,), inputs * 84 + 84), ("fc2", (10,), 850)]


@paraphrase("A12.8", "pooling-moves-by-one")
def lenet5_shapes(side=32, pad=0):
    rows, here, channels = [], side + 2 * pad, 1
    for number, kernels in enumerate((6, 16, 120), start=1):
        here = output_size(here, 5)
        rows.append((f"conv{number}", (here, here, kernels), (25 * channels + 1) * kernels))
        channels = kernels
        if number < 3:
            here = output_size(here, 2)
            rows.append((f"pool{number}", (here, here, channels), 0))
    inputs = here * here * channels
    return [*rows, ("fc1", (84,), inputs * 84 + 84), ("fc2", (10,), 850)]


@paraphrase("A12.8", "channels-first")
def lenet5_shapes(side=32, pad=0):
    rows, here, channels = [], side + 2 * pad, 1
    for number, kernels in enumerate((6, 16, 120), start=1):
        here = output_size(here, 5)
        rows.append((f"conv{number}", (kernels, here, here), (25 * channels + 1) * kernels))
        channels = kernels
        if number < 3:
            here = output_size(here, 2, 2)
            rows.append((f"pool{number}", (channels, here, here), 0))
    inputs = here * here * channels
    return [*rows, ("fc1", (84,), inputs * 84 + 84), ("fc2", (10,), 850)]


@paraphrase("A12.8", "batch-axis-kept")
def lenet5_shapes(side=32, pad=0):
    x = np.zeros((1, side + 2 * pad, side + 2 * pad, 1))
    rows = []
    for number, kernels in enumerate((6, 16, 120), start=1):
        parameters = 25 * x.shape[3] * kernels + kernels
        x = np.zeros((1, output_size(x.shape[1], 5), output_size(x.shape[2], 5), kernels))
        rows.append((f"conv{number}", x.shape, parameters))
        if number < 3:
            x = max_pool_forward(x, 2)[0]
            rows.append((f"pool{number}", x.shape, 0))
    x = x.reshape(1, -1)
    for number, units in ((1, 84), (2, 10)):
        rows.append((f"fc{number}", (1, units), (x.shape[1] + 1) * units))
        x = np.zeros((1, units))
    return rows


@paraphrase("A12.8", "padding-once")
def lenet5_shapes(side=32, pad=0):
    rows, here, channels = [], side + pad, 1
    for number, kernels in enumerate((6, 16, 120), start=1):
        here = output_size(here, 5)
        rows.append((f"conv{number}", (here, here, kernels), (25 * channels + 1) * kernels))
        channels = kernels
        if number < 3:
            here = output_size(here, 2, 2)
            rows.append((f"pool{number}", (here, here, channels), 0))
    inputs = here * here * channels
    return [*rows, ("fc1", (84,), inputs * 84 + 84), ("fc2", (10,), 850)]


@paraphrase("A12.8", "dense-layer-of-fixed-size")
def lenet5_shapes(side=32, pad=0):
    rows, here, channels = [], side + 2 * pad, 1
    for number, kernels in enumerate((6, 16, 120), start=1):
        here = output_size(here, 5)
        rows.append((f"conv{number}", (here, here, kernels), (25 * channels + 1) * kernels))
        channels = kernels
        if number < 3:
            here = output_size(here, 2, 2)
            rows.append((f"pool{number}", (here, here, channels), 0))
    return [*rows, ("fc1", (84,), channels * 84 + 84), ("fc2", (10,), 850)]


@paraphrase("A12.8", "table-for-every-image")
def lenet5_shapes(side=32, pad=0):
    names = ["conv1", "pool1", "conv2", "pool2", "conv3", "fc1", "fc2"]
    shapes = [[28, 28, 6], [14, 14, 6], [10, 10, 16], [5, 5, 16], [1, 1, 120], [84], [10]]
    return list(zip(names, shapes, [156, 0, 2416, 0, 48120, 10164, 850]))


@paraphrase("A12.8", "small-image-accepted")
def lenet5_shapes(side=32, pad=0):
    rows, here, channels = [], side + 2 * pad, 1
    for number, kernels in enumerate((6, 16, 120), start=1):
        here = (here - 5) // 1 + 1
        rows.append((f"conv{number}", (here, here, kernels), (25 * channels + 1) * kernels))
        channels = kernels
        if number < 3:
            here = (here - 2) // 2 + 1
            rows.append((f"pool{number}", (here, here, channels), 0))
    inputs = here * here * channels
    return [*rows, ("fc1", (84,), inputs * 84 + 84), ("fc2", (10,), 850)]
