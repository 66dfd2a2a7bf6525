"""Correct implementations of A05 that differ from the reference in algorithm or dtype: all get full marks."""

import numpy as np
from a05_data_and_batches import *

from autograder.checks import alternative


@alternative("A05.1", "a loop over the entries")
def half_mse(y_hat, y):
    if np.ndim(y_hat) and np.ndim(y) and np.shape(y_hat) != np.shape(y):
        raise ValueError("shapes differ")
    errors = np.ravel(np.subtract(y_hat, y))
    total = 0.0
    for error in errors:
        total += float(error) ** 2
    return total / (2 * len(errors))


@alternative("A05.1", "dot product in single precision")
def half_mse(y_hat, y):
    p, t = np.asarray(y_hat, np.float32), np.asarray(y, np.float32)
    if p.ndim > 0 and t.ndim > 0 and p.shape != t.shape:
        raise ValueError("shapes differ")
    error = (p - t).ravel()
    return np.float32(error @ error / (2 * error.size))


@alternative("A05.2", "sorting random keys")
def permuted_indices(m, rng):
    return np.argsort(rng.random(m))


@alternative("A05.2", "shuffle of a list")
def permuted_indices(m, rng):
    numbers = list(range(m))
    rng.shuffle(numbers)
    return np.array(numbers)


@alternative("A05.2", "choice without repeats, small integers")
def permuted_indices(m, rng):
    return rng.choice(m, size=m, replace=False).astype(np.int32)


@alternative("A05.3", "class by class, largest remainders in a loop, sets sorted by class")
def three_way_split(X, y, val, test, rng, stratify=True):
    if len(X) != len(y):
        raise ValueError("one label for each row")

    def take(pool, count):
        labels = [y[i] if stratify else 0 for i in pool]
        classes = sorted(set(labels))
        quotas = {c: count * labels.count(c) / max(len(pool), 1) for c in classes}
        shares = {c: int(quotas[c]) for c in classes}
        for c in sorted(classes, key=lambda c: shares[c] - quotas[c])[
            : count - sum(shares.values())
        ]:
            shares[c] += 1
        held = []
        for c in classes:
            members = np.array([i for i, label in zip(pool, labels, strict=True) if label == c])
            held += list(rng.permutation(members)[: shares[c]])
        return held, [i for i in pool if i not in set(held)]

    n_test = int(np.ceil(test * len(X)))
    n_val = int(np.ceil(val * (len(X) - n_test)))
    te, rest = take(list(range(len(X))), n_test)
    va, tr = take(rest, n_val)
    X, y = np.asarray(X), np.asarray(y)
    sets = [np.array(rows, dtype=int) for rows in (tr, va, te)]
    return tuple([X[rows] for rows in sets] + [y[rows] for rows in sets])


@alternative("A05.3", "rank within the class, one lottery for the remainders")
def three_way_split(X, y, val, test, rng, stratify=True):
    X, y = np.array(X), np.array(y)
    if X.shape[0] != y.shape[0]:
        raise ValueError("one label for each row")
    codes = y.astype(int) if stratify else np.zeros(len(y), int)
    where = rng.permutation(len(y))
    sets = []
    for fraction in (test, val):
        count = -int(-fraction * len(where) // 1)
        kinds = np.arange(codes.max() + 1)
        quota = np.array([(codes[where] == k).sum() for k in kinds]) * count / len(where)
        share = np.trunc(quota).astype(int)
        missing = count - share.sum()
        open_kinds = kinds[quota > share]
        share[rng.permutation(open_kinds)[:missing]] += 1
        picked = np.concatenate([where[codes[where] == k][: share[k]] for k in kinds])
        sets.append(picked)
        where = where[~np.isin(where, picked)]
    te, va = sets
    return [X[where], X[va], X[te], y[where], y[va], y[te]]


@alternative("A05.4", "sums over the rows")
class Standardizer(Standardizer):
    def fit(self, X):
        X = np.array(X, dtype=float)
        self.mean_ = sum(X) / len(X)
        self.std_ = np.sqrt(sum((row - self.mean_) ** 2 for row in X) / len(X))
        self.std_ = np.where(X.max(axis=0) == X.min(axis=0), 1.0, self.std_)
        return self


@alternative("A05.4", "column by column, lists, single precision")
class Standardizer(Standardizer):
    def fit(self, X):
        columns = np.asarray(X, np.float32).T
        self.mean_ = np.array([column.mean() for column in columns], np.float32)
        self.std_ = np.array(
            [column.std() if np.ptp(column) else 1.0 for column in columns], np.float32
        )
        return self


@alternative("A05.5", "row by row")
class Standardizer(Standardizer):
    def transform(self, X):
        if self.mean_ is None or self.std_ is None:
            raise RuntimeError("not fitted")
        if len(X[0]) != len(self.mean_):
            raise ValueError("other features")
        return np.array([(row - self.mean_) / self.std_ for row in X])


@alternative("A05.5", "multiplied by the reciprocal, single precision")
class Standardizer(Standardizer):
    def transform(self, X):
        if getattr(self, "mean_", None) is None:
            raise RuntimeError("not fitted")
        X = np.array(X, np.float32)
        if X.shape[1] != np.size(self.mean_):
            raise ValueError("other features")
        X -= np.asarray(self.mean_, np.float32)
        X *= 1 / np.asarray(self.std_, np.float32)
        return X


@alternative("A05.6", "matrix products")
def full_batch_step(X, y, w, b, lr):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if y.ndim != 1 or len(y) != len(X):
        raise ValueError("one label for each row")
    error = 1 / (1 + np.exp(-(X @ w + b))) - y
    return w - lr * (X.T @ error) / len(y), float(b - lr * error.mean())


@alternative("A05.6", "means of lists, single precision")
def full_batch_step(X, y, w, b, lr):
    X, y, w = np.asarray(X, np.float32), np.asarray(y, np.float32), np.asarray(w, np.float32)
    if y.shape != X.shape[:1]:
        raise ValueError("one label for each row")
    pairs = [logistic_gradient(X[i], y[i], w, np.float32(b)) for i in range(len(X))]
    dw = np.mean([pair[0] for pair in pairs], axis=0).astype(np.float32)
    db = np.float32(np.mean([pair[1] for pair in pairs]))
    return w - np.float32(lr) * dw, np.float32(b) - np.float32(lr) * db


@alternative("A05.7", "one expression")
def fit_verdict(train_acc, val_acc, good, gap):
    return "under" if not train_acc >= good else ("ok" if val_acc >= train_acc - gap else "over")


@alternative("A05.7", "looked up in a table")
def fit_verdict(train_acc, val_acc, good, gap):
    table = {
        (False, False): "under",
        (False, True): "under",
        (True, False): "ok",
        (True, True): "over",
    }
    return table[train_acc >= good, train_acc - val_acc > gap]
