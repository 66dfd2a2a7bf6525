import numpy as np


def _frame(X, kh, kw, stride, padding):
    mode = padding.lower()
    if mode not in ("valid", "same"):
        raise ValueError("padding must be valid or same")
    pads = []
    for n, k in zip(X.shape[1:3], (kh, kw)):
        total = max((-(-n // stride) - 1) * stride + k - n, 0) if mode == "same" else 0
        pads.append((total // 2, total - total // 2))
    padded = np.pad(X, ((0, 0), *pads, (0, 0)))
    if padded.shape[1] < kh or padded.shape[2] < kw:
        raise ValueError("the window doesn't fit")
    places = [(n - k) // stride + 1 for n, k in zip(padded.shape[1:3], (kh, kw))]
    return padded, pads[0][0], pads[1][0], places


def conv2d_forward(X, K, b, stride=1, padding="valid"):
    x, k = np.asarray(X, dtype=float), np.asarray(K, dtype=float)
    kh, kw, C, F = k.shape
    if x.shape[3] != C:
        raise ValueError("channels differ")
    padded, _, _, (oh, ow) = _frame(x, kh, kw, stride, padding)
    Y = np.zeros((len(x), oh, ow, F)) + np.asarray(b, dtype=float)
    for p in range(kh):
        for q in range(kw):
            Y += padded[:, p : p + (oh - 1) * stride + 1 : stride, q : q + (ow - 1) * stride + 1 : stride] @ k[p, q]
    return Y, (X, K, stride, padding)


def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    x, k, dY = (np.asarray(v, dtype=float) for v in (X, K, dY))
    kh, kw, C, F = k.shape
    padded, top, left, (oh, ow) = _frame(x, kh, kw, stride, padding)
    dP, dK = np.zeros_like(padded), np.zeros_like(k)
    flat = dY.reshape(-1, F)
    for p in range(kh):
        for q in range(kw):
            part = (slice(None), slice(p, p + (oh - 1) * stride + 1, stride), slice(q, q + (ow - 1) * stride + 1, stride))
            dK[p, q] = padded[part].reshape(-1, C).T @ flat
            dP[part] += dY @ k[p, q].T
    return dP[:, top : top + x.shape[1], left : left + x.shape[2]], dK, dY.sum(axis=(0, 1, 2))
