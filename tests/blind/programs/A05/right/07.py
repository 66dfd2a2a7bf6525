"""Data and batches: heaps, walrus operators and comprehensions."""
import heapq
import math
import statistics

import numpy as np
import autograder.notebook
from a03_sigmoid_cross_entropy import logistic_gradient


def half_mse(y_hat, y):
    if (s := np.shape(y_hat)) and (t := np.shape(y)) and s != t:
        raise ValueError(f"{s} is not {t}")
    return float(np.var(d := np.subtract(y_hat, y, dtype=float)) + np.mean(d) ** 2) / 2


def permuted_indices(m, rng):
    left = list(range(m))
    return np.array([left.pop(int(rng.integers(len(left)))) for _ in range(m)], dtype=int)


def _pick(groups, count):
    if not (total := sum(len(g) for g in groups)):
        return [0] * len(groups)
    whole = [count * len(g) // total for g in groups]
    heap = [(-(count * len(g) % total), k) for k, g in enumerate(groups)]
    heapq.heapify(heap)
    while sum(whole) < count:
        _, k = heapq.heappop(heap)
        whole[k] += 1
    return whole


def three_way_split(X, y, val, test, rng, stratify=True):
    X, y = np.asarray(X), np.asarray(y)
    if (m := len(X)) != len(y):
        raise ValueError("X and y differ in length")
    order = permuted_indices(m, rng)
    groups = [order[y[order] == c] for c in np.unique(y)] if stratify else [order]
    held = []
    left = m
    for fraction in (test, val):
        numbers = _pick(groups, count := math.ceil(fraction * left))
        left -= count
        held.append(np.hstack([g[:k] for g, k in zip(groups, numbers)] or [order]))
        groups = [g[k:] for g, k in zip(groups, numbers)]
    te, va = held
    tr = np.hstack(groups or [order])
    return tuple(table[rows] for table in (X, y) for rows in (tr, va, te))


class Standardizer:
    def __init__(self):
        self.mean_ = None
        self.std_ = None

    def fit(self, X):
        columns = [[float(v) for v in column] for column in zip(*np.asarray(X))]
        self.mean_ = np.array([statistics.fmean(c) for c in columns])
        self.std_ = np.array([1.0 if min(c) == max(c) else statistics.pstdev(c) for c in columns])
        return self

    def transform(self, X):
        if (mu := self.mean_) is None:
            raise RuntimeError("no fit, no transform")
        if np.ndim(X) == 2 and (n := np.shape(X)[1]) != len(mu):
            raise ValueError(f"{n} columns")
        return (np.array(X, dtype=float) - mu) * (1 / np.asarray(self.std_, dtype=float))


def full_batch_step(X, y, w, b, lr):
    X, y, w = np.array(X, dtype=float), np.array(y, dtype=float), np.array(w, dtype=float)
    if y.shape != ((m := len(X)),):
        raise ValueError("the labels have a wrong shape")
    slopes = [logistic_gradient(X[i], y[i], w, b) for i in range(m)]
    return w - lr * sum(dw for dw, _ in slopes) / m, b - lr * sum(db for _, db in slopes) / m


def fit_verdict(train_acc, val_acc, good, gap):
    if (good - train_acc) > 0:
        return "under"
    return ("ok", "over")[bool(train_acc - val_acc > gap)]
