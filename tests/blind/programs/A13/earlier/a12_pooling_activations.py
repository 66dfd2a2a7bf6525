import numpy as np


def _windows(X, size, stride, padding):
    x = np.asarray(X, dtype=float)
    mode = padding.lower()
    if mode not in ("valid", "same"):
        raise ValueError("padding must be valid or same")
    pads = []
    for n in x.shape[1:3]:
        total = max((-(-n // stride) - 1) * stride + size - n, 0) if mode == "same" else 0
        pads.append((total // 2, total - total // 2))
    padded = np.pad(x, ((0, 0), *pads, (0, 0)), constant_values=-np.inf)
    oh, ow = ((n - size) // stride + 1 for n in padded.shape[1:3])
    if min(padded.shape[1:3]) < size:
        raise ValueError("the window doesn't fit")
    parts = [
        (slice(None), slice(p, p + (oh - 1) * stride + 1, stride), slice(q, q + (ow - 1) * stride + 1, stride))
        for p in range(size)
        for q in range(size)
    ]
    return padded, parts, pads[0][0], pads[1][0]


def max_pool_forward(X, size=2, stride=None, padding="valid"):
    stride = size if stride is None else stride
    padded, parts, _, _ = _windows(X, size, stride, padding)
    return np.max([padded[part] for part in parts], axis=0), (X, size, stride, padding)


def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    padded, parts, top, left = _windows(X, size, stride, padding)
    winner = np.argmax([padded[part] for part in parts], axis=0)
    dP = np.zeros_like(padded)
    for place, part in enumerate(parts):
        dP[part] += np.where(winner == place, dY, 0.0)
    _, H, W, _ = np.shape(X)
    return dP[:, top : top + H, left : left + W]


class ReLU:
    def __init__(self):
        self.params = {}
        self.grads = {}

    def forward(self, x):
        self.positive = np.asarray(x) > 0
        return np.where(self.positive, x, 0)

    def backward(self, dY):
        return np.where(self.positive, dY, 0)
