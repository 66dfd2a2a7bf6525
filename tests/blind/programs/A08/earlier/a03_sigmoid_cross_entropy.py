"""Sigmoid and cross-entropy."""
import numpy as np


def sigmoid(z):
    z = np.asarray(z, dtype=float)
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, small) / (1.0 + small)


def _check(p, y):
    if np.ndim(p) and np.ndim(y) and np.shape(p) != np.shape(y):
        raise ValueError(f"shapes differ: {np.shape(p)} and {np.shape(y)}")


def binary_cross_entropy(a, y, eps=1e-12):
    _check(a, y)
    a = np.clip(np.asarray(a, dtype=float), eps, 1 - eps)
    y = np.asarray(y, dtype=float)
    return -(y * np.log(a) + (1 - y) * np.log(1 - a))


def bce_with_logits(z, y):
    _check(z, y)
    z = np.asarray(z, dtype=float)
    y = np.asarray(y, dtype=float)
    return np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))
