from dataclasses import dataclass
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a01_gradient_descent_line import predict


@dataclass
class Unit:
    """A logistic unit: a weight or weights, and a bias."""

    w: object
    b: float

    def logit(self, x):
        return np.sum(np.asarray(self.w) * x, axis=-1) + self.b if np.ndim(self.w) else self.w * x + self.b

    def activation(self, x):
        return sigmoid(self.logit(x))


@dataclass
class Pair:
    """Two quantities that go together entry by entry."""

    left: object
    right: object

    def __post_init__(self):
        self.left = np.asarray(self.left, dtype=np.float64)
        self.right = np.asarray(self.right, dtype=np.float64)
        arrays = [v for v in (self.left, self.right) if v.shape != ()]
        if len(arrays) == 2 and arrays[0].shape != arrays[1].shape:
            raise ValueError("shapes differ")

    @property
    def both(self):
        return self.left, self.right


def encode_labels(labels, positive):
    labels = np.array(labels)
    where = np.flatnonzero(labels == positive)
    if where.size == 0:
        raise ValueError(f"{positive} does not occur")
    codes = np.zeros(labels.shape[0], dtype=np.float64)
    codes[where] = 1.0
    return codes


def odds_and_logit(p):
    p = np.asarray(p, dtype=np.float64)
    if not np.all(np.logical_and(p > 0, p < 1)):
        raise ValueError("p leaves (0, 1)")
    logit = np.log(p) - np.log(1 - p)
    return p / (1 - p), logit


def sigmoid(z):
    z = np.asarray(z, dtype=np.float64)
    out = np.empty(z.shape)
    up = z >= 0
    out[up] = 1 / (1 + np.exp(-z[up]))
    grown = np.exp(z[~up])
    out[~up] = grown / (1 + grown)
    return out if out.ndim else float(out)


def binary_cross_entropy(a, y, eps=1e-12):
    a, y = Pair(a, y).both
    a, y = np.broadcast_arrays(a, y)
    cost = np.empty(a.shape)
    ones = y == 1
    cost[ones] = -np.log(np.clip(a[ones], eps, 1 - eps))
    cost[~ones] = -np.log(1 - np.clip(a[~ones], eps, 1 - eps))
    return cost if cost.ndim else cost.item()


def bce_with_logits(z, y):
    z, y = Pair(z, y).both
    wrong_way = np.where(y == 1, -z, z)
    return np.maximum(wrong_way, 0) + np.log1p(np.exp(-np.abs(wrong_way)))


def logistic_chain(x, y, w, b):
    x, y = Pair(x, y).both
    a = Unit(w, b).activation(x)
    slope_a = np.where(y == 1, -1 / a, 1 / (1 - a))
    chain = slope_a, np.multiply(a, 1 - a), x.copy(), np.ones(x.shape)
    return chain if x.ndim else tuple(float(link) for link in chain)


def logistic_gradient(x, y, w, b):
    x, w = np.asarray(x, dtype=np.float64), np.asarray(w, dtype=np.float64)
    if w.shape != x.shape:
        raise ValueError(f"{w.shape} weights for {x.shape} features")
    blame = float(Unit(w, b).activation(x)) - y
    return blame * x, blame
