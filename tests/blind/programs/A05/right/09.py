"""Data and batches: the bias as one more weight, properties, generators."""
import itertools
import math

import numpy as np
import autograder.notebook
from a03_sigmoid_cross_entropy import logistic_gradient  # noqa: F401


def _logistic(z):
    """1 / (1 + exp(-z)), each half of the line with the fraction that is safe there."""
    out = np.empty_like(z)
    up = z >= 0
    out[up] = 1 / (1 + np.exp(-z[up]))
    grown = np.exp(z[~up])
    out[~up] = grown / (1 + grown)
    return out


def half_mse(y_hat, y):
    arrays = [np.asarray(one, dtype=float) for one in (y_hat, y)]
    shapes = [one.shape for one in arrays if one.shape != ()]
    for one, other in itertools.combinations(shapes, 2):
        if one != other:
            raise ValueError("shapes differ")
    error = np.subtract(*arrays)
    return float(np.sum(error**2) / (2.0 * np.size(error)))


def permuted_indices(m, rng):
    numbers = list(range(m))
    rng.shuffle(numbers)
    return np.array(numbers, dtype=int)


def _round_to_sum(quotas, count):
    """Round the quotas so that they add up to count, the largest fractions upward."""
    parts = [divmod(top, bottom) for top, bottom in quotas]
    up = sorted(range(len(parts)), key=lambda k: (-parts[k][1], k))
    up = set(up[: count - sum(whole for whole, _ in parts)])
    return [whole + (k in up) for k, (whole, _) in enumerate(parts)]


def three_way_split(X, y, val, test, rng, stratify=True):
    X, y = np.asarray(X), np.asarray(y)
    if X.shape[0] != y.shape[0]:
        raise ValueError("not as many labels as rows")
    labels = y if stratify else np.zeros(len(y))
    remaining = np.ones(len(y), dtype=bool)
    order = permuted_indices(len(y), rng)
    held_out = []
    for share in (test, val):
        r = int(remaining.sum())
        count = math.ceil(share * r)
        rows = order[remaining[order]]
        kinds = np.unique(labels[rows])
        quotas = [(count * int(np.sum(labels[rows] == c)), r) for c in kinds]
        chosen = np.zeros(len(y), dtype=bool)
        for c, number in zip(kinds, _round_to_sum(quotas, count)):
            chosen[rows[labels[rows] == c][:number]] = True
        held_out.append(chosen)
        remaining &= ~chosen
    te, va = held_out
    return X[remaining], X[va], X[te], y[remaining], y[va], y[te]


class Standardizer:
    mean_ = None
    std_ = None

    def fit(self, X):
        X = np.array(X, dtype=float, order="F")
        shift = X[0].copy()
        moved = X - shift
        centre = moved.mean(axis=0)
        spread = np.sqrt(((moved - centre) ** 2).mean(axis=0))
        spread[~moved.any(axis=0)] = 1.0
        self.mean_ = shift + centre
        self.std_ = spread
        return self

    def transform(self, X):
        if self.mean_ is None:
            raise RuntimeError("fit must be called before transform")
        X = np.asarray(X, dtype=float)
        if X.shape[-1] != len(self.mean_):
            raise ValueError("X has another number of columns")
        Z = np.empty(X.shape)
        np.subtract(X, self.mean_, out=Z)
        np.divide(Z, self.std_, out=Z)
        return Z


def full_batch_step(X, y, w, b, lr):
    X = np.asarray(X, dtype=float)
    y = np.asarray(y, dtype=float)
    m = X.shape[0]
    if y.ndim != 1 or y.size != m:
        raise ValueError("y must have shape (m,)")
    rows = np.column_stack([X, np.ones(m)])
    theta = np.append(np.asarray(w, dtype=float), float(b))
    theta = theta - lr / m * rows.T @ (_logistic(rows @ theta) - y)
    return theta[:-1], float(theta[-1])


def fit_verdict(train_acc, val_acc, good, gap):
    shortfall = train_acc - val_acc
    if not train_acc >= good:
        return "under"
    return "ok" if shortfall <= gap else "over"
