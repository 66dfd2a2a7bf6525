import math
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import logistic_gradient

WORDS = np.array(["ok", "over", "under"])


# %% task="A05.1"
def half_mse(y_hat, y):
    """Half the mean squared error, as a 0-d array."""
    match np.shape(y_hat), np.shape(y):
        case ((), _) | (_, ()):
            pass
        case one, other if one != other:
            raise ValueError(f"shapes {one} and {other}")
    squares = np.square(np.asarray(y_hat, dtype=float) - np.asarray(y, dtype=float))
    return np.array(squares.sum() / 2 / squares.size)


# %% task="A05.2"
def permuted_indices(m, rng):
    """The numbers 0 to m - 1 in random order."""
    return rng.choice(m, size=m, replace=False) if m else np.array([], dtype=int)


# %% task="A05.3"
def largest_remainders(count, sizes):
    """Yield how many of `count` rows each class gives."""
    total = sum(sizes)
    by_rest = sorted(range(len(sizes)), key=lambda k: -(count * sizes[k] % total))
    missing = count - sum(count * size // total for size in sizes)
    lucky = set(by_rest[:missing])
    yield from (count * size // total + (k in lucky) for k, size in enumerate(sizes))


def sets(groups, fractions):
    """Yield one set after another: the first fraction of the rows, then the next of what remains.

    `groups` holds the shuffled row numbers, one list for each class.
    """
    match fractions:
        case []:
            yield [row for group in groups for row in group]
        case [fraction, *others]:
            total = sum(sizes := [len(group) for group in groups])
            count = math.ceil(fraction * total)
            taken = list(largest_remainders(count, sizes)) if total else sizes
            yield [row for group, k in zip(groups, taken) for row in group[:k]]
            yield from sets([group[k:] for group, k in zip(groups, taken)], others)


def three_way_split(X, y, val, test, rng, stratify=True):
    """Split rows and their labels at random into training, validation and test set."""
    if (m := len(X)) != len(y):
        raise ValueError(f"{m} rows, {len(y)} labels")
    order = permuted_indices(m, rng)
    groups = {}
    for row in order.tolist():
        groups.setdefault(y[row] if stratify else "all", []).append(row)
    te, va, tr = (np.array(rows, dtype=int) for rows in sets(list(groups.values()), [test, val]))
    X, y = np.asarray(X), np.asarray(y)
    return tuple(np.take(table, rows, axis=0) for table in (X, y) for rows in (tr, va, te))


# %% task="A05.4 A05.5"
class Standardizer:
    """Brings features to the scale of a training set: mean 0, standard deviation 1."""

    def __init__(self):
        self.mean_ = None
        self.std_ = None

    def fit(self, X):
        X = np.asarray(X, dtype=float)
        low, high = X.min(axis=0), X.max(axis=0)
        self.mean_ = np.clip(X.mean(axis=0), low, high)
        # Deviations measured in units of the range: no square is too small or too large then.
        unit = np.where(high > low, high - low, 1.0)
        spread = np.sqrt(np.mean(((X - self.mean_) / unit) ** 2, axis=0)) * unit
        self.std_ = np.where(high > low, spread, 1.0)
        return self

    def transform(self, X):
        if self.mean_ is None:
            raise RuntimeError("fit first")
        match np.shape(X):
            case (_, n) | (n,) if n == len(self.mean_):
                return np.divide(np.subtract(X, self.mean_), self.std_)
            case shape:
                raise ValueError(f"{len(self.mean_)} columns expected, X has the shape {shape}")


# %% task="A05.6"
def full_batch_step(X, y, w, b, lr):
    """One step of batch gradient descent."""
    match np.shape(y):
        case (m,) if m == len(X):
            dws, dbs = zip(*(logistic_gradient(row, label, w, b) for row, label in zip(X, y)))
            return np.subtract(w, lr * sum(dws) / m), np.subtract(b, lr * sum(dbs) / m)
        case shape:
            raise ValueError(f"labels of shape {shape}")


# %% task="A05.7"
def fit_verdict(train_acc, val_acc, good, gap):
    """One of the words "under", "over" and "ok"."""
    match (train_acc < good, train_acc > val_acc and train_acc - val_acc > gap):
        case (under, _) if under:
            return WORDS[2]
        case (_, over):
            return WORDS[int(over)]


# %% tags=["experiment"]
if __name__ == "__main__":
    import figures

    figures.raw_against_scaled(sys.modules[__name__])

# %% tags=["experiment"]
if __name__ == "__main__":
    figures.three_walks(sys.modules[__name__])
