from __future__ import annotations

import math
import sys
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import logistic_gradient


def locked(array: np.ndarray) -> np.ndarray:
    """Protect an array against slips like ``X_te -= mean``."""
    array.flags.writeable = False
    return array


# %% task="A05.1"
def half_mse(y_hat, y):
    """Half the mean squared error."""
    if isinstance(y_hat, np.ndarray) and isinstance(y, np.ndarray) and y_hat.shape != y.shape:
        raise ValueError(f"{y_hat.shape} against {y.shape}")
    error = np.ravel(np.subtract(y_hat, y, dtype=np.float64))
    return np.einsum("i,i->", error, error) / (2 * error.size)


# %% task="A05.2"
def permuted_indices(m, rng):
    """Each of 0 .. m - 1 once, in random order."""
    return locked(np.argsort(rng.random(m)))


@lru_cache(maxsize=None)
def shares(count: int, sizes: tuple[int, ...]) -> tuple[int, ...]:
    """Distribute `count` seats over classes of the given sizes by the largest remainders."""
    total = sum(sizes)
    if total == 0:
        return sizes
    seats = [count * size // total for size in sizes]
    by_remainder = sorted(range(len(sizes)), key=lambda k: count * sizes[k] % total, reverse=True)
    for k in by_remainder[: count - sum(seats)]:
        seats[k] += 1
    return tuple(seats)


# %% task="A05.3"
def three_way_split(X, y, val, test, rng, stratify=True):
    """Random split into training, validation and test set (in column order, read-only)."""
    X, y = np.asarray(X), np.asarray(y)
    if X.shape[0] != y.shape[0]:
        raise ValueError("one label per row, please")
    m = X.shape[0]
    in_test = math.ceil(test * m)
    in_val = math.ceil(val * (m - in_test))
    order = permuted_indices(m, rng)
    groups = [order[y[order] == label] for label in np.unique(y)] if stratify else [order]
    parts: list[list[np.ndarray]] = [[], [], []]
    for_test = shares(in_test, tuple(len(group) for group in groups))
    groups_left = [group[k:] for group, k in zip(groups, for_test)]
    for_val = shares(in_val, tuple(len(group) for group in groups_left))
    for group, k_test, k_val in zip(groups, for_test, for_val):
        parts[2].append(group[:k_test])
        parts[1].append(group[k_test : k_test + k_val])
        parts[0].append(group[k_test + k_val :])
    rows = [np.concatenate([order[:0], *pieces]) for pieces in parts]
    tables = [locked(np.asfortranarray(X[i])) for i in rows]
    return (*tables, *(locked(y[i]) for i in rows))


# %% task="A05.4 A05.5"
@dataclass(eq=False)
class Standardizer:
    """Brings features to the scale of a training set: mean 0, standard deviation 1."""

    mean_: np.ndarray | None = None
    std_: np.ndarray | None = None

    def fit(self, X):
        """Learn mean and standard deviation of each feature."""
        X = np.asarray(X, dtype=np.float64)
        first = X[0]
        varies = np.any(X != first, axis=0)
        # Seen from the first row, a feature that never varies has mean and deviation exactly 0.
        moved = X - first
        self.mean_ = locked(first + np.mean(moved, axis=0))
        self.std_ = locked(np.where(varies, np.std(moved, axis=0), 1.0))
        return self

    def transform(self, X):
        """Return data on the scale that fit has learned."""
        if self.mean_ is None:
            raise RuntimeError("not fitted")
        X = np.asarray(X, dtype=np.float64)
        if X.ndim != 2 or X.shape[1] != self.mean_.size:
            raise ValueError(f"expected {self.mean_.size} columns, got the shape {X.shape}")
        return locked(np.asfortranarray((X - self.mean_) / self.std_))


# %% task="A05.6"
def full_batch_step(X, y, w, b, lr):
    """Weights and bias after one step of batch gradient descent."""
    m, n = np.shape(X)
    if np.shape(y) != (m,):
        raise ValueError(f"y must be ({m},), got {np.shape(y)}")
    slopes = np.empty((m, n + 1))
    for i in range(m):
        slopes[i, :n], slopes[i, n] = logistic_gradient(X[i], y[i], w, b)
    new = np.append(w, b) - lr * slopes.mean(axis=0)
    return locked(new[:n]), new[n]


# %% task="A05.7"
def fit_verdict(train_acc, val_acc, good, gap):
    """Overfitted, underfitted or fine?"""
    if train_acc < good:
        return "under"
    if val_acc < train_acc and val_acc + gap < train_acc:
        return "over"
    return "ok"


# %% tags=["experiment"]
if __name__ == "__main__":
    import figures

    figures.raw_against_scaled(sys.modules[__name__])
    figures.three_walks(sys.modules[__name__])
    figures.learning_curves(sys.modules[__name__])
