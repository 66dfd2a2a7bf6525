import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a01_gradient_descent_line import predict


def encode_labels(labels, positive):
    table = np.asarray(labels)
    codes = np.isin(table, [table[i] for i in range(len(table)) if table[i] == positive]).astype(np.float64)
    if np.max(codes, initial=0.0) < 1.0:
        raise ValueError("unknown positive class")
    return codes


def odds_and_logit(p):
    p = np.asarray(p, dtype=np.float64)
    if np.select([p <= 0, p >= 1], [1, 1], default=0).sum():
        raise ValueError("p must be above 0 and below 1")
    odds = 1.0 / (1.0 / p - 1.0) if p.size and p.min() > 1e-300 else p / (1.0 - p)
    odds = np.where(p < 0.25, p / (1.0 - p), odds)[()]
    return (odds, np.log(p / (1.0 - p)))


def sigmoid(z):
    z = np.asarray(z, dtype=np.float64)
    return np.exp(-np.logaddexp(0.0, -z))


def _shape_of(u, v):
    su, sv = np.shape(u), np.shape(v)
    if su and sv and su != sv:
        raise ValueError(f"shapes {su}, {sv}")
    return su or sv


def binary_cross_entropy(a, y, eps=1e-12):
    shape = _shape_of(a, y)
    a = np.broadcast_to(np.asarray(a, dtype=np.float64), shape)
    y = np.broadcast_to(np.asarray(y, dtype=np.float64), shape)
    low, high = eps, 1 - eps
    a = np.select([a < low, a > high], [low, high], default=a)
    pair = np.stack([np.log(1 - a), np.log(a)])
    weight = np.stack([1 - y, y])
    return -np.einsum("k...,k...->...", weight, pair)


def bce_with_logits(z, y):
    shape = _shape_of(z, y)
    z = np.broadcast_to(np.asarray(z, dtype=np.float64), shape)
    y = np.broadcast_to(np.asarray(y, dtype=np.float64), shape)
    return (np.abs(z) + z) / 2 - z * y + np.log1p(np.exp(-np.abs(z))) if np.max(np.abs(z), initial=0) < 1e300 else (
        np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))
    )


def logistic_chain(x, y, w, b):
    x = np.asarray(x, dtype=np.float64)
    y = np.asarray(y, dtype=np.float64)
    a = sigmoid(w * x + b)
    block = np.stack([-(y / a - (1 - y) / (1 - a)), a * (1 - a), x, np.ones(x.shape)])
    return tuple(block)


def logistic_gradient(x, y, w, b):
    x = np.asarray(x, dtype=np.float64)
    w = np.asarray(w, dtype=np.float64)
    if x.shape != w.shape:
        raise ValueError("x and w")
    z = np.einsum("i,i->", w, x) + b
    augmented = np.append(x, 1.0)
    slopes = (sigmoid(z) - y) * augmented
    return slopes[:-1], slopes[-1]
