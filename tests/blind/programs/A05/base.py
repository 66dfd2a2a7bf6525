"""A05 · Data and batches."""
import math

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import logistic_gradient


def half_mse(y_hat, y):
    y_hat = np.asarray(y_hat, dtype=float)
    y = np.asarray(y, dtype=float)
    if y_hat.ndim and y.ndim and y_hat.shape != y.shape:
        raise ValueError(f"shapes differ: {y_hat.shape} and {y.shape}")
    return float(np.mean((y_hat - y) ** 2) / 2)


def permuted_indices(m, rng):
    return rng.permutation(m)


def class_counts(sizes, count):
    """Return how many rows of each class a set of ``count`` rows gets (largest remainders)."""
    total = int(np.sum(sizes))
    if total == 0:
        return np.zeros(len(sizes), dtype=int)
    product = count * np.asarray(sizes, dtype=int)
    counts = product // total
    missing = count - int(np.sum(counts))
    order = np.argsort(-(product % total), kind="stable")
    counts[order[:missing]] += 1
    return counts


def draw(rows, labels, count, stratify):
    """Return ``count`` of the (shuffled) rows, and the others."""
    if not stratify:
        return rows[:count], rows[count:]
    classes, sizes = np.unique(labels[rows], return_counts=True)
    taken = np.zeros(len(rows), dtype=bool)
    for one, number in zip(classes, class_counts(sizes, count)):
        places = np.flatnonzero(labels[rows] == one)
        taken[places[:number]] = True
    return rows[taken], rows[~taken]


def three_way_split(X, y, val, test, rng, stratify=True):
    X, y = np.asarray(X), np.asarray(y)
    if len(X) != len(y):
        raise ValueError(f"{len(X)} rows, but {len(y)} labels")
    rows = permuted_indices(len(X), rng)
    te, rest = draw(rows, y, math.ceil(test * len(rows)), stratify)
    va, tr = draw(rest, y, math.ceil(val * len(rest)), stratify)
    return X[tr], X[va], X[te], y[tr], y[va], y[te]


class Standardizer:
    def __init__(self):
        self.mean_ = None
        self.std_ = None

    def fit(self, X):
        X = np.asarray(X, dtype=float)
        self.mean_ = np.mean(X, axis=0)
        self.std_ = np.std(X, axis=0)
        self.std_[np.max(X, axis=0) == np.min(X, axis=0)] = 1.0
        return self

    def transform(self, X):
        if self.mean_ is None:
            raise RuntimeError("call fit first")
        X = np.asarray(X, dtype=float)
        if X.ndim == 2 and X.shape[1] != len(self.mean_):
            raise ValueError(f"{X.shape[1]} columns instead of {len(self.mean_)}")
        return (X - self.mean_) / self.std_


def full_batch_step(X, y, w, b, lr):
    X = np.asarray(X, dtype=float)
    y = np.asarray(y, dtype=float)
    w = np.asarray(w, dtype=float)
    m = len(X)
    if y.shape != (m,):
        raise ValueError(f"y has shape {y.shape} instead of {(m,)}")
    dw, db = np.zeros(w.shape), 0.0
    for row, label in zip(X, y):
        dw_one, db_one = logistic_gradient(row, label, w, b)
        dw = dw + dw_one
        db = db + db_one
    return w - lr * dw / m, float(b - lr * db / m)


def fit_verdict(train_acc, val_acc, good, gap):
    if train_acc < good:
        return "under"
    if train_acc - val_acc > gap:
        return "over"
    return "ok"
