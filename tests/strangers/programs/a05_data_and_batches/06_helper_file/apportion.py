"""Helpers for A05: dividing seats, and a decorator that compares lengths."""

from dataclasses import dataclass, field
from functools import wraps

import numpy as np


def equally_long(function):
    """Refuse two first arguments of different length."""

    @wraps(function)
    def wrapper(X, y, *args, **kwargs):
        if len(X) != len(y):
            raise ValueError(f"{function.__name__}: {len(X)} rows and {len(y)} labels")
        return function(X, y, *args, **kwargs)

    return wrapper


@dataclass
class Pool:
    """Row numbers that haven't found a set yet, with their labels."""

    rows: np.ndarray
    labels: np.ndarray
    rng: np.random.Generator
    log: list = field(default_factory=list, repr=False)

    def draw(self, count, by_class):
        """Take `count` rows out of the pool."""
        if by_class and len(self.rows):
            mask = self._mask_by_class(count)
        else:
            mask = np.zeros(len(self.rows), dtype=bool)
            mask[self.rng.permutation(len(self.rows))[:count]] = True
        drawn = self.rows[mask]
        self.rows, self.labels = self.rows[~mask], self.labels[~mask]
        self.log.append(len(drawn))
        return drawn

    def _mask_by_class(self, count):
        mask = np.zeros(len(self.rows), dtype=bool)
        classes, sizes = np.unique(self.labels, return_counts=True)
        exact = count * sizes  # in units of 1/len(rows), so there's no rounding
        seats = exact // len(self.rows)
        lacking = count - seats.sum()
        # Among equal remainders the luck decides.
        keys = np.lexsort((self.rng.random(len(classes)), -(exact % len(self.rows))))
        seats[keys[:lacking]] += 1
        for label, seat in zip(classes, seats):
            own = np.flatnonzero(self.labels == label)
            mask[self.rng.choice(own, size=seat, replace=False)] = True
        return mask


class Fitted:
    """Something with a `mean_` that is None until it's fitted."""

    mean_ = None

    def demand(self, X):
        """Return X as floats, if the object is fitted and X has its columns."""
        if self.mean_ is None:
            raise RuntimeError(f"{type(self).__name__} isn't fitted")
        X = np.asarray(X, dtype=float)
        if X.ndim != 2 or X.shape[1] != len(self.mean_):
            raise ValueError(f"{len(self.mean_)} columns wanted, shape {X.shape} given")
        return X
