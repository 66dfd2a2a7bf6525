"""The misconceptions of A11 written anew in another style: the diagnosis is measured on them."""

import numpy as np
from a11_convolution_2d import *
from paraphrases import paraphrase


@paraphrase("A11.1", "one-forgotten")
def output_size(n, f, stride=1, pad=0):
    room = n + 2 * pad - f
    if room < 0:
        raise ValueError("the window is too large")
    return int(room / stride)


@paraphrase("A11.1", "padding-once")
def output_size(n, f, stride=1, pad=0):
    if n + pad + pad < f:
        raise ValueError("the window is too large")
    return int(np.floor((n - f + pad) / stride)) + 1


@paraphrase("A11.1", "padding-ignored")
def output_size(n, f, stride=1, pad=0):
    if n + 2 * pad < f:
        raise ValueError("the window is too large")
    places, start = 1, stride
    while start + f <= n:
        places += 1
        start += stride
    return places


@paraphrase("A11.1", "rounded-up")
def output_size(n, f, stride=1, pad=0):
    room = n + 2 * pad - f
    if room < 0:
        raise ValueError("the window is too large")
    return len(range(0, room, stride)) + 1


@paraphrase("A11.1", "not-rounded")
def output_size(n, f, stride=1, pad=0):
    side = float(n + 2 * pad)
    if side < f:
        raise ValueError("the window is too large")
    return 1 + (side - f) / stride


@paraphrase("A11.1", "sum-divided")
def output_size(n, f, stride=1, pad=0):
    if n + 2 * pad < f:
        raise ValueError("the window is too large")
    starts = n + 2 * pad - f + 1
    return int(np.floor(starts / stride))


@paraphrase("A11.1", "large-window-accepted")
def output_size(n, f, stride=1, pad=0):
    steps = np.floor((n - f + 2 * pad) / stride)
    return int(steps + 1)


@paraphrase("A11.2", "top-left-entry-only")
def correlate2d(x, k, stride=1, padding="valid"):
    kh, kw = k.shape
    padded = np.pad(x, pads_2d(x.shape[0], x.shape[1], kh, kw, stride, padding))
    oh = output_size(padded.shape[0], kh, stride)
    ow = output_size(padded.shape[1], kw, stride)
    y = np.zeros((oh, ow), dtype=np.float32)
    for i in range(oh):
        for j in range(ow):
            y[i, j] = padded[i * stride, j * stride] * k[0, 0]
    return y


@paraphrase("A11.2", "kernel-flipped")
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
                        y[i, j] += x[row, column] * k[kh - 1 - p, kw - 1 - q]
    return y


@paraphrase("A11.2", "kernel-transposed")
def correlate2d(x, k, stride=1, padding="valid"):
    kw, kh = k.shape
    padded = np.pad(x, pads_2d(*x.shape, kh, kw, stride, padding))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (kh, kw))
    return np.einsum("ijpq,qp->ij", windows[::stride, ::stride], k)


@paraphrase("A11.2", "zeros-at-the-top-left")
def correlate2d(x, k, stride=1, padding="valid"):
    H, W = x.shape
    kh, kw = k.shape
    (fewer, more), (narrow, wide) = pads_2d(H, W, kh, kw, stride, padding)
    big = np.zeros((H + fewer + more, W + narrow + wide), dtype=np.float32)
    big[more : more + H, wide : wide + W] = x
    oh, ow = output_size(big.shape[0], kh, stride), output_size(big.shape[1], kw, stride)
    y = np.zeros((oh, ow), dtype=np.float32)
    for p in range(kh):
        for q in range(kw):
            rows = slice(p, p + (oh - 1) * stride + 1, stride)
            columns = slice(q, q + (ow - 1) * stride + 1, stride)
            y += big[rows, columns] * np.float32(k[p, q])
    return y


@paraphrase("A11.2", "same-is-symmetric")
def correlate2d(x, k, stride=1, padding="valid"):
    if padding.lower() == "same":
        up, side = int(k.shape[0] / 2), int(k.shape[1] / 2)
    elif padding.lower() == "valid":
        up = side = 0
    else:
        raise ValueError("unknown padding")
    big = np.zeros((x.shape[0] + 2 * up, x.shape[1] + 2 * side))
    big[up : up + x.shape[0], side : side + x.shape[1]] = x
    windows = np.lib.stride_tricks.sliding_window_view(big, k.shape)
    return np.tensordot(windows[::stride, ::stride], k, axes=2)


@paraphrase("A11.2", "padded-for-stride-one")
def correlate2d(x, k, stride=1, padding="valid"):
    padded = np.pad(x, pads_2d(*x.shape, *k.shape, 1, padding))
    rows = padded.shape[0] - k.shape[0] + 1
    columns = padded.shape[1] - k.shape[1] + 1
    if rows < 1 or columns < 1:
        raise ValueError("the kernel is too large")
    everything = [
        [np.vdot(padded[i : i + k.shape[0], j : j + k.shape[1]], k) for j in range(columns)]
        for i in range(rows)
    ]
    return np.array(everything)[::stride, ::stride]


@paraphrase("A11.2", "stride-down-only")
def correlate2d(x, k, stride=1, padding="valid"):
    kh, kw = k.shape
    padded = np.pad(x, pads_2d(*x.shape, kh, kw, stride, padding))
    H, W = padded.shape
    if kh > H or kw > W:
        raise ValueError("the kernel is too large")
    y = []
    for top in range(0, H - kh + 1, stride):
        strip = padded[top : top + kh]
        y.append([(strip[:, left : left + kw] * k).sum() for left in range(W - kw + 1)])
    return np.array(y)


@paraphrase("A11.2", "stride-only-in-the-size")
def correlate2d(x, k, stride=1, padding="valid"):
    padded = np.pad(x, pads_2d(*x.shape, *k.shape, stride, padding))
    oh = output_size(padded.shape[0], k.shape[0], stride)
    ow = output_size(padded.shape[1], k.shape[1], stride)
    windows = np.lib.stride_tricks.sliding_window_view(padded, k.shape)
    return np.einsum("ijpq,pq->ij", windows[:oh, :ow], k)


@paraphrase("A11.2", "height-for-width")
def correlate2d(x, k, stride=1, padding="valid"):
    size = len(k)
    padded = np.pad(x, pads_2d(*x.shape, size, size, stride, padding)).astype(float)
    oh = output_size(padded.shape[0], size, stride)
    ow = output_size(padded.shape[1], size, stride)
    y = np.empty((oh, ow))
    for i, j in np.ndindex(oh, ow):
        window = padded[i * stride : i * stride + size, j * stride : j * stride + size]
        width = min(size, k.shape[1])
        y[i, j] = np.vdot(window[:, :width], k[:, :width])
    return y


@paraphrase("A11.2", "sides-swapped")
def correlate2d(x, k, stride=1, padding="valid"):
    padded = np.pad(x, pads_2d(*x.shape, *k.shape, stride, padding))
    kh, kw = k.shape
    if kh > len(padded) or kw > len(padded[0]):
        raise ValueError("the kernel is too large")
    columns = []
    for left in range(0, padded.shape[1] - kw + 1, stride):
        column = []
        for top in range(0, padded.shape[0] - kh + 1, stride):
            column.append(np.sum(padded[top : top + kh, left : left + kw] * k))
        columns.append(column)
    return np.array(columns)


@paraphrase("A11.2", "products-averaged")
def correlate2d(x, k, stride=1, padding="valid"):
    kh, kw = k.shape
    padded = np.pad(x, pads_2d(*x.shape, kh, kw, stride, padding))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (kh, kw))[::stride, ::stride]
    return (windows * k).mean(axis=(-2, -1))


@paraphrase("A11.2", "matrix-product")
def correlate2d(x, k, stride=1, padding="valid"):
    padded = np.pad(x, pads_2d(*x.shape, *k.shape, stride, padding))
    windows = np.lib.stride_tricks.sliding_window_view(padded, k.shape)[::stride, ::stride]
    return np.matmul(windows, k).sum(axis=(2, 3))


@paraphrase("A11.2", "integer-result")
def correlate2d(x, k, stride=1, padding="valid"):
    kh, kw = k.shape
    padded = np.pad(x, pads_2d(*x.shape, kh, kw, stride, padding))
    oh, ow = output_size(len(padded), kh, stride), output_size(len(padded.T), kw, stride)
    sums = []
    for i in range(oh):
        for j in range(ow):
            total = 0.0
            for p in range(kh):
                for q in range(kw):
                    total += padded[i * stride + p, j * stride + q] * k[p, q]
            sums.append(total)
    return np.array(sums).reshape(oh, ow).astype(x.dtype)


@paraphrase("A11.2", "last-places-missing")
def correlate2d(x, k, stride=1, padding="valid"):
    kh, kw = k.shape
    padded = np.pad(x, pads_2d(*x.shape, kh, kw, stride, padding))
    H, W = padded.shape
    if kh > H or kw > W:
        raise ValueError("the kernel is too large")
    oh, ow = (H - kh) // stride, (W - kw) // stride
    windows = np.lib.stride_tricks.sliding_window_view(padded, (kh, kw))[::stride, ::stride]
    return np.einsum("ijpq,pq->ij", windows[:oh, :ow], k)


@paraphrase("A11.2", "padding-ignored")
def correlate2d(x, k, stride=1, padding="valid"):
    if padding.lower() not in ("valid", "same"):
        raise ValueError("unknown padding")
    windows = np.lib.stride_tricks.sliding_window_view(x, k.shape)
    return np.tensordot(windows[::stride, ::stride], k, axes=2)


@paraphrase("A11.3", "first-channel-only")
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    kh, kw, C, _ = K.shape
    if X.shape[-1] != C:
        raise ValueError("unequal channels")
    vertical, horizontal = pads_2d(X.shape[1], X.shape[2], kh, kw, stride, padding)
    padded = np.pad(X[..., 0], ((0, 0), vertical, horizontal))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (kh, kw), axis=(1, 2))
    Y = np.einsum("nijpq,pqf->nijf", windows[:, ::stride, ::stride], K[:, :, 0])
    return Y + b, (X, K, stride, padding)


@paraphrase("A11.3", "channels-averaged")
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    kh, kw, C, F = K.shape
    if X.shape[-1] != C:
        raise ValueError("unequal channels")
    vertical, horizontal = pads_2d(X.shape[1], X.shape[2], kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), vertical, horizontal, (0, 0)))
    oh = output_size(padded.shape[1], kh, stride)
    ow = output_size(padded.shape[2], kw, stride)
    Y = np.zeros((len(X), oh, ow, F))
    for i in range(oh):
        for j in range(ow):
            window = padded[:, i * stride : i * stride + kh, j * stride : j * stride + kw]
            products = np.einsum("npqc,pqcf->ncf", window, K)
            Y[:, i, j] = products.mean(axis=1) + b
    return Y, (X, K, stride, padding)


@paraphrase("A11.3", "channels-kept-apart")
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    kh, kw, C, _ = K.shape
    if X.shape[-1] != C:
        raise ValueError("unequal channels")
    vertical, horizontal = pads_2d(X.shape[1], X.shape[2], kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), vertical, horizontal, (0, 0)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (kh, kw), axis=(1, 2))
    Y = np.einsum("nijcpq,pqcf->nijcf", windows[:, ::stride, ::stride], K)
    return Y + b, (X, K, stride, padding)


@paraphrase("A11.3", "bias-forgotten")
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    kh, kw, C, F = K.shape
    if X.shape[-1] != C:
        raise ValueError("unequal channels")
    vertical, horizontal = pads_2d(X.shape[1], X.shape[2], kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), vertical, horizontal, (0, 0)))
    oh = output_size(padded.shape[1], kh, stride)
    ow = output_size(padded.shape[2], kw, stride)
    Y = np.dot(im2col(padded, kh, kw, stride), K.reshape(-1, F))
    return Y.reshape(-1, oh, ow, F), (X, K, stride, padding)


@paraphrase("A11.3", "bias-per-channel")
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    kh, kw, C, F = K.shape
    if X.shape[-1] != C:
        raise ValueError("unequal channels")
    vertical, horizontal = pads_2d(X.shape[1], X.shape[2], kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), vertical, horizontal, (0, 0)))
    oh = output_size(padded.shape[1], kh, stride)
    ow = output_size(padded.shape[2], kw, stride)
    Y = np.zeros((len(X), oh, ow, F))
    for c in range(C):
        Y += b
        for p in range(kh):
            for q in range(kw):
                rows = slice(p, p + (oh - 1) * stride + 1, stride)
                columns = slice(q, q + (ow - 1) * stride + 1, stride)
                Y += padded[:, rows, columns, c, None] * K[p, q, c]
    return Y, (X, K, stride, padding)


@paraphrase("A11.3", "filters-flipped")
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    kh, kw, C, F = K.shape
    if X.shape[-1] != C:
        raise ValueError("unequal channels")
    vertical, horizontal = pads_2d(X.shape[1], X.shape[2], kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), vertical, horizontal, (0, 0))).astype(np.float32)
    oh = output_size(padded.shape[1], kh, stride)
    ow = output_size(padded.shape[2], kw, stride)
    Y = np.zeros((len(X), oh, ow, F), dtype=np.float32)
    for p in range(kh):
        for q in range(kw):
            rows = slice(p, p + (oh - 1) * stride + 1, stride)
            columns = slice(q, q + (ow - 1) * stride + 1, stride)
            Y += padded[:, rows, columns] @ K[-1 - p, -1 - q].astype(np.float32)
    return Y + b.astype(np.float32), (X, K, stride, padding)


@paraphrase("A11.3", "maps-before-places")
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    kh, kw, C, F = K.shape
    if X.shape[-1] != C:
        raise ValueError("unequal channels")
    vertical, horizontal = pads_2d(X.shape[1], X.shape[2], kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), vertical, horizontal, (0, 0)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (kh, kw), axis=(1, 2))
    Y = np.einsum("nijcpq,pqcf->nfij", windows[:, ::stride, ::stride], K)
    return Y + b.reshape(1, F, 1, 1), (X, K, stride, padding)


@paraphrase("A11.3", "reshaped-for-transposed")
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    kh, kw, C, F = K.shape
    if X.shape[-1] != C:
        raise ValueError("unequal channels")
    vertical, horizontal = pads_2d(X.shape[1], X.shape[2], kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), vertical, horizontal, (0, 0)))
    oh = output_size(padded.shape[1], kh, stride)
    ow = output_size(padded.shape[2], kw, stride)
    Y = np.zeros((len(X), F, oh, ow))
    for f in range(F):
        for i in range(oh):
            for j in range(ow):
                window = padded[:, i * stride : i * stride + kh, j * stride : j * stride + kw]
                Y[:, f, i, j] = np.sum(window * K[..., f], axis=(1, 2, 3)) + b[f]
    return Y.reshape(len(X), oh, ow, F), (X, K, stride, padding)


@paraphrase("A11.3", "first-image-only")
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    kh, kw, C, _ = K.shape
    if X.shape[-1] != C:
        raise ValueError("unequal channels")
    vertical, horizontal = pads_2d(X.shape[1], X.shape[2], kh, kw, stride, padding)
    image = np.pad(X[0], (vertical, horizontal, (0, 0)))
    windows = np.lib.stride_tricks.sliding_window_view(image, (kh, kw), axis=(0, 1))
    Y = np.einsum("ijcpq,pqcf->ijf", windows[::stride, ::stride], K) + b
    return np.repeat(Y[None], len(X), axis=0), (X, K, stride, padding)


@paraphrase("A11.3", "stride-ignored")
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    kh, kw, C, F = K.shape
    if X.shape[-1] != C:
        raise ValueError("unequal channels")
    vertical, horizontal = pads_2d(X.shape[1], X.shape[2], kh, kw, 1, padding)
    padded = np.pad(X, ((0, 0), vertical, horizontal, (0, 0)))
    oh, ow = output_size(padded.shape[1], kh), output_size(padded.shape[2], kw)
    Y = im2col(padded, kh, kw, 1) @ K.reshape(kh * kw * C, F) + b
    return Y.reshape(len(X), oh, ow, F), (X, K, stride, padding)


@paraphrase("A11.3", "padded-for-stride-one")
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    kh, kw, C, F = K.shape
    if X.shape[-1] != C:
        raise ValueError("unequal channels")
    vertical, horizontal = pads_2d(X.shape[1], X.shape[2], kh, kw, 1, padding)
    padded = np.pad(X, ((0, 0), vertical, horizontal, (0, 0)))
    oh = output_size(padded.shape[1], kh, stride)
    ow = output_size(padded.shape[2], kw, stride)
    Y = np.zeros((len(X), oh, ow, F))
    for i, j in np.ndindex(oh, ow):
        window = padded[:, i * stride : i * stride + kh, j * stride : j * stride + kw]
        Y[:, i, j] = window.reshape(len(X), -1) @ K.reshape(-1, F) + b
    return Y, (X, K, stride, padding)


@paraphrase("A11.3", "zeros-at-the-top-left")
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    N, H, W, _ = X.shape
    kh, kw, C, F = K.shape
    if X.shape[-1] != C:
        raise ValueError("unequal channels")
    (few, many), (narrow, wide) = pads_2d(H, W, kh, kw, stride, padding)
    big = np.zeros((N, H + few + many, W + narrow + wide, C), dtype=np.float32)
    big[:, many : many + H, wide : wide + W] = X
    oh, ow = output_size(big.shape[1], kh, stride), output_size(big.shape[2], kw, stride)
    Y = np.zeros((N, oh, ow, F), dtype=np.float32)
    for i, j in np.ndindex(oh, ow):
        window = big[:, i * stride : i * stride + kh, j * stride : j * stride + kw]
        Y[:, i, j] = np.tensordot(window, K, axes=3) + b
    return Y, (X, K, stride, padding)


@paraphrase("A11.3", "kernel-axes-scrambled")
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    kh, kw, C, F = K.shape
    if X.shape[-1] != C:
        raise ValueError("unequal channels")
    vertical, horizontal = pads_2d(X.shape[1], X.shape[2], kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), vertical, horizontal, (0, 0)))
    weights = np.array([K[:, :, c].reshape(kh * kw, F) for c in range(C)]).reshape(-1, F)
    oh = output_size(padded.shape[1], kh, stride)
    ow = output_size(padded.shape[2], kw, stride)
    Y = np.zeros((len(X), oh, ow, F))
    for n, i, j in np.ndindex(len(X), oh, ow):
        window = padded[n, i * stride : i * stride + kh, j * stride : j * stride + kw]
        Y[n, i, j] = window.ravel() @ weights + b
    return Y, (X, K, stride, padding)


@paraphrase("A11.3", "cache-padded")
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    if X.shape[-1] != K.shape[2]:
        raise ValueError("unequal channels")
    vertical, horizontal = pads_2d(*X.shape[1:3], *K.shape[:2], stride, padding)
    X = np.pad(X, ((0, 0), vertical, horizontal, (0, 0)))
    windows = np.lib.stride_tricks.sliding_window_view(X, K.shape[:2], axis=(1, 2))
    Y = np.einsum("nijcpq,pqcf->nijf", windows[:, ::stride, ::stride], K)
    return Y + b, (X, K, stride, padding)


@paraphrase("A11.3", "channels-broadcast")
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    kh, kw, _, F = K.shape
    vertical, horizontal = pads_2d(X.shape[1], X.shape[2], kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), vertical, horizontal, (0, 0)))
    oh = output_size(padded.shape[1], kh, stride)
    ow = output_size(padded.shape[2], kw, stride)
    Y = np.zeros((len(X), oh, ow, F))
    for n, i, j, f in np.ndindex(len(X), oh, ow, F):
        window = padded[n, i * stride : i * stride + kh, j * stride : j * stride + kw]
        Y[n, i, j, f] = (window * K[:, :, :, f]).sum() + b[f]
    return Y, (X, K, stride, padding)


@paraphrase("A11.4", "channels-first-in-a-row")
def im2col(X, kh, kw, stride):
    windows = np.lib.stride_tricks.sliding_window_view(X, (kh, kw), axis=(1, 2))
    windows = windows[:, ::stride, ::stride]
    return windows.reshape(-1, X.shape[3] * kh * kw)


@paraphrase("A11.4", "columns-before-rows-in-a-window")
def im2col(X, kh, kw, stride):
    N, H, W, C = X.shape
    oh, ow = output_size(H, kh, stride), output_size(W, kw, stride)
    blocks = []
    for q in range(kw):
        for p in range(kh):
            rows = slice(p, p + (oh - 1) * stride + 1, stride)
            columns = slice(q, q + (ow - 1) * stride + 1, stride)
            blocks.append(X[:, rows, columns].reshape(-1, C))
    return np.hstack(blocks)


@paraphrase("A11.4", "images-innermost")
def im2col(X, kh, kw, stride):
    N, H, W, C = X.shape
    rows = []
    for top in range(0, H - kh + 1, stride):
        for left in range(0, W - kw + 1, stride):
            window = X[:, top : top + kh, left : left + kw]
            rows.append(window.reshape(N, kh * kw * C))
    return np.concatenate(rows, axis=0)


@paraphrase("A11.4", "places-column-by-column")
def im2col(X, kh, kw, stride):
    N, H, W, C = X.shape
    out = []
    for image in X:
        for left in range(0, W - kw + 1, stride):
            for top in range(0, H - kh + 1, stride):
                row = []
                for line in image[top : top + kh, left : left + kw]:
                    for pixel in line:
                        row.extend(pixel)
                out.append(row)
    return np.array(out)


@paraphrase("A11.4", "windows-as-columns")
def im2col(X, kh, kw, stride):
    N, H, W, C = X.shape
    oh, ow = output_size(H, kh, stride), output_size(W, kw, stride)
    columns = np.zeros((kh * kw * C, N * oh * ow), dtype=np.float32)
    for n in range(N):
        for i in range(oh):
            for j in range(ow):
                window = X[n, i * stride : i * stride + kh, j * stride : j * stride + kw]
                columns[:, (n * oh + i) * ow + j] = window.ravel()
    return columns


@paraphrase("A11.4", "stride-ignored")
def im2col(X, kh, kw, stride):
    oh, ow = output_size(X.shape[1], kh, stride), output_size(X.shape[2], kw, stride)
    windows = np.lib.stride_tricks.sliding_window_view(X, (kh, kw), axis=(1, 2))
    windows = np.moveaxis(windows[:, :oh, :ow], 3, 5)
    return windows.reshape(len(X) * oh * ow, -1)


@paraphrase("A11.4", "windows-side-by-side")
def im2col(X, kh, kw, stride):
    N, H, W, C = X.shape
    down, across = H // kh, W // kw
    tiles = X[:, : down * kh, : across * kw].reshape(N, down, kh, across, kw, C)
    return tiles.transpose(0, 1, 3, 2, 4, 5).reshape(N * down * across, kh * kw * C)


@paraphrase("A11.5", "overwritten")
def col2im(cols, shape, kh, kw, stride):
    N, H, W, C = shape
    X = np.zeros(shape)
    rows = iter(np.asarray(cols))
    for n in range(N):
        for top in range(0, H - kh + 1, stride):
            for left in range(0, W - kw + 1, stride):
                X[n, top : top + kh, left : left + kw] = next(rows).reshape(kh, kw, C)
    return X


@paraphrase("A11.5", "averaged")
def col2im(cols, shape, kh, kw, stride):
    size = int(np.prod(shape))
    places = im2col(np.arange(size).reshape(shape), kh, kw, stride).astype(int)
    sums = np.bincount(places.ravel(), weights=np.ravel(cols), minlength=size)
    counts = np.bincount(places.ravel(), minlength=size)
    counts[counts == 0] = 1
    return (sums / counts).reshape(shape)


@paraphrase("A11.5", "stride-ignored")
def col2im(cols, shape, kh, kw, stride):
    N, H, W, C = shape
    oh, ow = output_size(H, kh, stride), output_size(W, kw, stride)
    windows = np.reshape(cols, (N, oh, ow, kh, kw, C)).astype(np.float32)
    X = np.zeros(shape, dtype=np.float32)
    for p in range(kh):
        for q in range(kw):
            X[:, p : p + oh, q : q + ow] += windows[:, :, :, p, q]
    return X


@paraphrase("A11.5", "channels-first-in-a-row")
def col2im(cols, shape, kh, kw, stride):
    N, H, W, C = shape
    X = np.zeros(shape)
    r = 0
    for n in range(N):
        for top in range(0, H - kh + 1, stride):
            for left in range(0, W - kw + 1, stride):
                for c in range(C):
                    for p in range(kh):
                        for q in range(kw):
                            X[n, top + p, left + q, c] += cols[r, (c * kh + p) * kw + q]
                r += 1
    return X


@paraphrase("A11.5", "images-innermost")
def col2im(cols, shape, kh, kw, stride):
    N, H, W, C = shape
    ow = output_size(W, kw, stride)
    X = np.zeros(shape)
    for r, row in enumerate(cols):
        place, n = divmod(r, N)
        i, j = divmod(place, ow)
        window = row.reshape(kh, kw, C)
        X[n, i * stride : i * stride + kh, j * stride : j * stride + kw] += window
    return X


@paraphrase("A11.5", "first-pixel-only")
def col2im(cols, shape, kh, kw, stride):
    N, H, W, C = shape
    oh, ow = output_size(H, kh, stride), output_size(W, kw, stride)
    X = np.zeros(shape)
    first = np.asarray(cols)[:, :C].reshape(N, oh, ow, C)
    X[:, : (oh - 1) * stride + 1 : stride, : (ow - 1) * stride + 1 : stride] += first
    return X


@paraphrase("A11.6", "filter-slopes-flipped")
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    H, W = X.shape[1:3]
    kh, kw = K.shape[:2]
    (top, bottom), (left, right) = pads_2d(H, W, kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), (top, bottom), (left, right), (0, 0)))
    dpadded, dK = np.zeros(padded.shape), np.zeros(K.shape)
    for i in range(dY.shape[1]):
        for j in range(dY.shape[2]):
            for p in range(kh):
                for q in range(kw):
                    row, column = i * stride + p, j * stride + q
                    dK[kh - 1 - p, kw - 1 - q] += padded[:, row, column].T @ dY[:, i, j]
                    dpadded[:, row, column] += dY[:, i, j] @ K[p, q].T
    return dpadded[:, top : top + H, left : left + W], dK, dY.sum(axis=(0, 1, 2))


@paraphrase("A11.6", "flip-forgotten")
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    N, H, W, C = X.shape
    kh, kw, _, F = K.shape
    (top, bottom), (left, right) = pads_2d(H, W, kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), (top, bottom), (left, right), (0, 0)))
    dK = im2col(padded, kh, kw, stride).T @ dY.reshape(-1, F)
    spread = np.zeros((N, padded.shape[1] - kh + 1, padded.shape[2] - kw + 1, F))
    spread[:, ::stride, ::stride] = dY
    around = np.pad(spread, ((0, 0), (kh - 1, kh - 1), (kw - 1, kw - 1), (0, 0)))
    dpadded, _ = conv2d_forward(around, K.transpose(0, 1, 3, 2), np.zeros(C))
    dX = dpadded[:, top : top + H, left : left + W]
    return dX, dK.reshape(K.shape), np.einsum("nijf->f", dY)


@paraphrase("A11.6", "overlaps-overwritten")
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    N, H, W, C = X.shape
    kh, kw, _, F = K.shape
    (top, bottom), (left, right) = pads_2d(H, W, kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), (top, bottom), (left, right), (0, 0)))
    errors = dY.reshape(-1, F)
    dK = (im2col(padded, kh, kw, stride).T @ errors).reshape(K.shape)
    back = iter(errors @ K.reshape(-1, F).T)
    dpadded = np.zeros_like(padded, dtype=float)
    for n, i, j in np.ndindex(dY.shape[:3]):
        window = next(back).reshape(kh, kw, C)
        dpadded[n, i * stride : i * stride + kh, j * stride : j * stride + kw] = window
    return dpadded[:, top : top + H, left : left + W], dK, errors.sum(axis=0)


@paraphrase("A11.6", "stride-ignored")
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    H, W = X.shape[1:3]
    kh, kw = K.shape[:2]
    oh, ow = dY.shape[1:3]
    (top, bottom), (left, right) = pads_2d(H, W, kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), (top, bottom), (left, right), (0, 0)))
    dpadded, dK = np.zeros(padded.shape), np.zeros(K.shape)
    for p in range(kh):
        for q in range(kw):
            dK[p, q] = np.einsum("nijc,nijf->cf", padded[:, p : p + oh, q : q + ow], dY)
            dpadded[:, p : p + oh, q : q + ow] += dY @ K[p, q].T
    return dpadded[:, top : top + H, left : left + W], dK, np.einsum("nijf->f", dY)


@paraphrase("A11.6", "padding-cut-from-both-ends")
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    kh, kw = K.shape[:2]
    vertical, horizontal = pads_2d(X.shape[1], X.shape[2], kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), vertical, horizontal, (0, 0)))
    dX, dK = np.zeros(padded.shape), np.zeros(K.shape)
    for i in range(dY.shape[1]):
        for j in range(dY.shape[2]):
            rows = slice(i * stride, i * stride + kh)
            columns = slice(j * stride, j * stride + kw)
            dK += np.einsum("npqc,nf->pqcf", padded[:, rows, columns], dY[:, i, j])
            dX[:, rows, columns] += np.einsum("nf,pqcf->npqc", dY[:, i, j], K)
    if padding.lower() == "same":
        dX = dX[:, vertical[0] : -vertical[1]]
        dX = dX[:, :, horizontal[0] : -horizontal[1]]
    return dX, dK, dY.sum(axis=(0, 1, 2))


@paraphrase("A11.6", "padding-cut-at-the-end-only")
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    N, H, W, _ = X.shape
    kh, kw = K.shape[:2]
    (top, bottom), (left, right) = pads_2d(H, W, kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), (top, bottom), (left, right), (0, 0)))
    dpadded, dK = np.zeros(padded.shape), np.zeros(K.shape)
    for n, i, j in np.ndindex(dY.shape[:3]):
        rows = slice(i * stride, i * stride + kh)
        columns = slice(j * stride, j * stride + kw)
        dK += padded[n, rows, columns, :, None] * dY[n, i, j]
        dpadded[n, rows, columns] += K @ dY[n, i, j]
    dX = np.zeros(X.shape)
    dX[...] = dpadded[:, :H, :W]
    return dX, dK, dY.reshape(-1, dY.shape[3]).sum(axis=0)


@paraphrase("A11.6", "padding-not-cut")
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    kh, kw = K.shape[:2]
    vertical, horizontal = pads_2d(*X.shape[1:3], kh, kw, stride, padding)
    X = np.pad(X, ((0, 0), vertical, horizontal, (0, 0))).astype(np.float32)
    dY, K = dY.astype(np.float32), K.astype(np.float32)
    dX, dK = np.zeros_like(X), np.zeros_like(K)
    for i in range(dY.shape[1]):
        for j in range(dY.shape[2]):
            rows = slice(i * stride, i * stride + kh)
            columns = slice(j * stride, j * stride + kw)
            dK += np.tensordot(X[:, rows, columns], dY[:, i, j], axes=(0, 0))
            dX[:, rows, columns] += np.tensordot(dY[:, i, j], K, axes=(1, 3))
    return dX, dK, dY.sum(axis=(0, 1, 2))


@paraphrase("A11.6", "bias-slopes-averaged")
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    H, W = X.shape[1:3]
    kh, kw = K.shape[:2]
    oh, ow = dY.shape[1:3]
    (top, bottom), (left, right) = pads_2d(H, W, kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), (top, bottom), (left, right), (0, 0)))
    dpadded, dK = np.zeros(padded.shape), np.zeros(K.shape)
    for p, q in np.ndindex(kh, kw):
        rows = slice(p, p + (oh - 1) * stride + 1, stride)
        columns = slice(q, q + (ow - 1) * stride + 1, stride)
        dK[p, q] = np.einsum("nijc,nijf->cf", padded[:, rows, columns], dY)
        dpadded[:, rows, columns] += dY @ K[p, q].T
    db = [np.mean(dY[..., f]) for f in range(dY.shape[3])]
    return dpadded[:, top : top + H, left : left + W], dK, np.array(db)


@paraphrase("A11.6", "divided-by-images")
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    N, H, W, _ = X.shape
    kh, kw = K.shape[:2]
    (top, bottom), (left, right) = pads_2d(H, W, kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), (top, bottom), (left, right), (0, 0)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (kh, kw), axis=(1, 2))
    dK = np.einsum("nijcpq,nijf->pqcf", windows[:, ::stride, ::stride], dY) / N
    dpadded = np.zeros(padded.shape)
    for i, j in np.ndindex(dY.shape[1:3]):
        back = np.einsum("nf,pqcf->npqc", dY[:, i, j], K)
        dpadded[:, i * stride : i * stride + kh, j * stride : j * stride + kw] += back
    db = np.zeros(dY.shape[3])
    for slopes in dY:
        db += slopes.sum(axis=(0, 1)) / N
    return dpadded[:, top : top + H, left : left + W], dK, db


@paraphrase("A11.6", "one-bias-for-all")
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    H, W = X.shape[1:3]
    kh, kw = K.shape[:2]
    (top, bottom), (left, right) = pads_2d(H, W, kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), (top, bottom), (left, right), (0, 0)))
    dpadded, dK, db = np.zeros(padded.shape), np.zeros(K.shape), 0.0
    for n, i, j, f in np.ndindex(dY.shape):
        slope = dY[n, i, j, f]
        rows = slice(i * stride, i * stride + kh)
        columns = slice(j * stride, j * stride + kw)
        dK[..., f] += slope * padded[n, rows, columns]
        dpadded[n, rows, columns] += slope * K[..., f]
        db += slope
    return dpadded[:, top : top + H, left : left + W], dK, db


@paraphrase("A11.6", "padded-at-the-wrong-end")
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    N, H, W, C = X.shape
    kh, kw = K.shape[:2]
    (top, bottom), (left, right) = pads_2d(H, W, kh, kw, stride, padding)
    big = np.zeros((N, H + top + bottom, W + left + right, C))
    big[:, :H, :W] = X
    dbig, dK = np.zeros(big.shape), np.zeros(K.shape)
    for i, j in np.ndindex(dY.shape[1:3]):
        rows = slice(i * stride, i * stride + kh)
        columns = slice(j * stride, j * stride + kw)
        dK += np.tensordot(big[:, rows, columns], dY[:, i, j], axes=(0, 0))
        dbig[:, rows, columns] += np.tensordot(dY[:, i, j], K, axes=(1, 3))
    return dbig[:, top : top + H, left : left + W], dK, dY.sum(axis=(0, 1, 2))


@paraphrase("A11.6", "slopes-in-another-order")
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
    slopes = {"K": dK, "b": np.einsum("nijf->f", dY)}
    slopes["X"] = dpadded[:, top : top + H, left : left + W]
    return tuple(slopes.values())
