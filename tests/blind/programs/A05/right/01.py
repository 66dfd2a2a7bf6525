# Data and batches, written with plain loops.
import math

import numpy as np
import autograder.notebook
from a03_sigmoid_cross_entropy import logistic_gradient


def half_mse(y_hat, y):
    p = np.array(y_hat, dtype=np.float64)
    t = np.array(y, dtype=np.float64)
    if p.shape != t.shape:
        if p.shape != () and t.shape != ():
            raise ValueError("the shapes differ")
    p, t = np.broadcast_arrays(p, t)
    total = 0.0
    count = 0
    for one, other in zip(p.ravel(), t.ravel()):
        total += (one - other) * (one - other)
        count += 1
    return total / (2 * count)


def permuted_indices(m, rng):
    numbers = np.arange(m)
    rng.shuffle(numbers)
    return numbers


def three_way_split(X, y, val, test, rng, stratify=True):
    if len(X) != len(y):
        raise ValueError("X and y differ in length")
    X = np.array(X)
    y = np.array(y)
    order = [int(i) for i in permuted_indices(len(y), rng)]

    def cut(rows, count):
        if not stratify:
            return rows[:count], rows[count:]
        groups = {}
        for i in rows:
            groups.setdefault(float(y[i]), []).append(i)
        chosen = []
        places = []
        for label in sorted(groups):
            group = groups[label]
            whole, rest = divmod(count * len(group), len(rows))
            places.append([rest, whole, label])
        places.sort(key=lambda p: p[0], reverse=True)
        missing = count - sum(p[1] for p in places)
        for p in places:
            number = p[1]
            if missing > 0:
                number += 1
                missing -= 1
            for i in groups[p[2]][:number]:
                chosen.append(i)
        picked = set(chosen)
        return chosen, [i for i in rows if i not in picked]

    te, rest = cut(order, math.ceil(test * len(order)))
    va, tr = cut(rest, math.ceil(val * len(rest)))
    sets = [np.array(s, dtype=int) for s in (tr, va, te)]
    return tuple([X[s] for s in sets] + [y[s] for s in sets])


class Standardizer:
    """Brings features to the scale of a training set."""

    def __init__(self):
        self.mean_ = None
        self.std_ = None

    def fit(self, X):
        X = np.array(X, dtype=float)
        m, n = X.shape
        means, deviations = [], []
        for j in range(n):
            column = [float(v) for v in X[:, j]]
            mu = sum(column) / m
            squares = 0.0
            for v in column:
                squares += (v - mu) ** 2
            s = math.sqrt(squares / m)
            if max(column) == min(column):
                s = 1.0
            means.append(mu)
            deviations.append(s)
        self.mean_ = np.array(means)
        self.std_ = np.array(deviations)
        return self

    def transform(self, X):
        if self.mean_ is None:
            raise RuntimeError("transform before fit")
        X = np.array(X, dtype=float)
        k, n = X.shape
        if n != len(self.mean_):
            raise ValueError("wrong number of columns")
        Z = np.zeros((k, n))
        for i in range(k):
            for j in range(n):
                Z[i, j] = (X[i, j] - self.mean_[j]) / self.std_[j]
        return Z


def full_batch_step(X, y, w, b, lr):
    X = np.array(X, dtype=float)
    w = np.array(w, dtype=float)
    if np.shape(y) != (len(X),):
        raise ValueError("one label for each row, please")
    slopes = np.zeros(len(w))
    slope_b = 0.0
    for i in range(len(X)):
        dw, db = logistic_gradient(X[i], float(y[i]), w, b)
        for j in range(len(w)):
            slopes[j] += dw[j] / len(X)
        slope_b += db / len(X)
    return w - lr * slopes, b - lr * slope_b


def fit_verdict(train_acc, val_acc, good, gap):
    result = "ok"
    if train_acc < good:
        result = "under"
    elif train_acc - val_acc > gap:
        result = "over"
    return result
