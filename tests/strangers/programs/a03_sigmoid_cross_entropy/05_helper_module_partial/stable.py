"""Functions that stay right for very large and very small numbers."""

import numpy as np

SMALLEST = np.finfo(float).tiny
ALMOST_ONE = np.nextafter(1.0, 0.0)


def sigmoid(z):
    """1 / (1 + exp(-z)): the one fraction where z >= 0, the other elsewhere."""
    z = np.array(z, dtype=float)
    a = np.empty(z.shape)
    up = z >= 0
    a[up] = 1 / (1 + np.exp(-z[up]))
    e = np.exp(z[~up])
    a[~up] = e / (1 + e)
    return a[()]


def softplus(t):
    """log(1 + exp(t))"""
    return np.maximum(t, 0) + np.log1p(np.exp(-np.abs(t)))


def clip(a, eps):
    """Into [eps, 1 - eps], and never to 0 or 1 itself, however small eps is."""
    return np.minimum(np.maximum(a, max(eps, SMALLEST)), min(1 - eps, ALMOST_ONE))


def matching(left, right):
    """Both as float arrays; refuse two arrays of different shapes."""
    left, right = np.asarray(left, dtype=float), np.asarray(right, dtype=float)
    if left.ndim > 0 and right.ndim > 0 and left.shape != right.shape:
        raise ValueError(f"shapes {left.shape} and {right.shape}")
    return left[()], right[()]
