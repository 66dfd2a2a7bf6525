import math

import numpy as np


def three_way_split(X, y, val, test, rng, stratify=True):
    X, y = np.asarray(X), np.asarray(y)
    if len(X) != len(y):
        raise ValueError("X and y differ in length")

    def divide(rows, size):
        """Return (kept, taken) of the given row numbers."""
        rows = rng.permutation(rows)
        if not stratify:
            return rows[size:], rows[:size]
        labels = y[rows]
        classes, counts = np.unique(labels, return_counts=True)
        shares = size * counts // max(len(rows), 1)
        rest = size * counts % max(len(rows), 1)
        for place in np.argsort(-rest, kind="stable")[: size - shares.sum()]:
            shares[place] += 1
        taken = np.zeros(len(rows), dtype=bool)
        for one, share in zip(classes, shares):
            taken[np.flatnonzero(labels == one)[:share]] = True
        return rows[~taken], rows[taken]

    rows, last = divide(np.arange(len(y)), math.ceil(test * len(y)))
    first, middle = divide(rows, math.ceil(val * len(rows)))
    return X[first], X[middle], X[last], y[first], y[middle], y[last]
