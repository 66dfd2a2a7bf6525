"""Data and batches, with decorators that check shapes and a library's logistic function."""
import functools
import math

import numpy as np
from scipy.special import expit

import autograder.notebook
from a03_sigmoid_cross_entropy import logistic_gradient  # noqa: F401


def equal_shapes(function):
    @functools.wraps(function)
    def checked(y_hat, y):
        if np.ndim(y_hat) != 0 and np.ndim(y) != 0 and np.shape(y_hat) != np.shape(y):
            raise ValueError("the two arrays differ in shape")
        return function(y_hat, y)

    return checked


def one_label_a_row(function):
    @functools.wraps(function)
    def checked(X, y, w, b, lr):
        if np.shape(y) != (np.shape(X)[0],):
            raise ValueError("y has the wrong shape")
        return function(X, y, w, b, lr)

    return checked


@equal_shapes
def half_mse(y_hat, y):
    d = np.asarray(y_hat, dtype=np.double) - np.asarray(y, dtype=np.double)
    return np.average(d * d) * 0.5


def permuted_indices(m, rng):
    return rng.permutation(np.arange(m, dtype=np.int64))


def three_way_split(X, y, val, test, rng, stratify=True):
    X = np.asarray(X)
    y = np.asarray(y)
    m = y.shape[0]
    if X.shape[0] != m:
        raise ValueError("there must be as many rows as labels")
    n_te = int(np.ceil(test * m))
    n_va = int(np.ceil(val * (m - n_te)))
    shuffled = permuted_indices(m, rng)
    if not stratify:
        te, va, tr = np.split(shuffled, [n_te, n_te + n_va])
    else:
        # all rows of class 0 first, then class 1 and so on, at random within each
        by_class = shuffled[np.lexsort((np.arange(m), y[shuffled]))]
        starts = np.flatnonzero(np.r_[True, np.diff(y[by_class]) != 0][:m])
        sizes = np.diff(np.r_[starts, m])
        to_te = _apportion(sizes, n_te)
        to_va = _apportion(sizes - to_te, n_va)
        rank = np.arange(m) - np.repeat(starts, sizes)
        first = np.repeat(to_te, sizes)
        second = first + np.repeat(to_va, sizes)
        te = by_class[rank < first]
        va = by_class[(first <= rank) & (rank < second)]
        tr = by_class[second <= rank]
    return X[tr], X[va], X[te], y[tr], y[va], y[te]


def _apportion(sizes, count):
    total = sizes.sum()
    if total == 0:
        return sizes.copy()
    base, rest = np.divmod(sizes * count, total)
    winners = np.argsort(rest)[::-1][: count - base.sum()]
    return base + np.isin(np.arange(len(sizes)), winners)


class Standardizer:
    def __init__(self):
        self.mean_ = None
        self.std_ = None

    def fit(self, X):
        X = np.asarray(X, dtype=float)
        self.mean_ = np.average(X, axis=0)
        centred = X - self.mean_
        varies = np.any(X[1:] != X[:-1], axis=0)
        std = np.ones(X.shape[1])
        np.sqrt(np.mean(np.square(centred), axis=0), out=std, where=varies)
        self.std_ = std
        return self

    def transform(self, X):
        if self.mean_ is None:
            raise RuntimeError("unfitted")
        X = np.asarray(X, dtype=float)
        if X.ndim == 2 and X.shape[1] != np.shape(self.mean_)[0]:
            raise ValueError("unexpected number of features")
        return np.apply_along_axis(lambda row: (row - self.mean_) / self.std_, 1, X) if len(X) else np.empty(X.shape)


@one_label_a_row
def full_batch_step(X, y, w, b, lr):
    X = np.asarray(X, dtype=float)
    w = np.asarray(w, dtype=float)
    error = expit(X.dot(w) + b) - np.asarray(y, dtype=float)
    return w - lr * (error @ X) / len(X), float(b - lr * np.mean(error))


def fit_verdict(train_acc, val_acc, good, gap):
    words = np.select([train_acc < good, train_acc - val_acc > gap], ["under", "over"], "ok")
    return str(words)
