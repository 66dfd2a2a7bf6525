import math
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import logistic_gradient
from apportion import Fitted, Pool, equally_long

HALF = 1 / 2
square = lambda t: t * t  # noqa: E731


# %% task="A05.1"
def half_mse(y_hat, y):
    """Half the mean squared error."""
    one, two = np.asarray(y_hat, dtype=float), np.asarray(y, dtype=float)
    if one.ndim and two.ndim and one.shape != two.shape:
        raise ValueError("different shapes")
    return HALF * np.average(square(one - two))


# %% task="A05.2"
def permuted_indices(m, rng):
    """0 to m - 1 in random order."""
    return rng.permuted(np.arange(m))


# %% task="A05.3"
@equally_long
def three_way_split(X, y, val, test, rng, stratify=True):
    """Split rows and their labels at random into training, validation and test set."""
    X, y = np.asarray(X), np.asarray(y)
    pool = Pool(rows=np.arange(len(X)), labels=y, rng=rng)
    te = pool.draw(math.ceil(test * len(X)), stratify)
    va = pool.draw(math.ceil(val * len(pool.rows)), stratify)
    return tuple(what[rows] for what in (X, y) for rows in (pool.rows, va, te))


# %% task="A05.4 A05.5"
class Standardizer(Fitted):
    """Brings features to the scale of a training set: mean 0, standard deviation 1."""

    def __init__(self):
        self.mean_ = None
        self.std_ = None

    def fit(self, X):
        X = np.asarray(X, dtype=float)
        constant = np.ptp(X, axis=0) == 0
        mean = np.where(constant, X[0], np.mean(X, axis=0))
        self.mean_ = mean
        self.std_ = np.sqrt(np.mean(square(X - mean), axis=0)) + constant
        return self

    def transform(self, X):
        return (self.demand(X) - self.mean_) / self.std_


# %% task="A05.6"
def full_batch_step(X, y, w, b, lr):
    """One step against the mean slopes."""
    if np.shape(y) != np.shape(X)[:1]:
        raise ValueError("y must have one entry for each row")
    total_w, total_b = map(sum, zip(*[logistic_gradient(x, label, w, b) for x, label in zip(X, y)]))
    rate = lr / len(X)
    return w - rate * total_w, b - rate * total_b


def judge(train_acc, val_acc, good, gap):
    """Say whether a model is overfitted, underfitted or fine."""
    checks = {"under": train_acc < good, "over": train_acc - val_acc > max(gap, 0.0)}
    if gap < 0:
        checks["over"] = train_acc > val_acc
    return next((word for word, hit in checks.items() if hit), "ok")


# %% task="A05.7"
fit_verdict = judge


# %% tags=["experiment"]
if __name__ == "__main__":
    import figures

    figures.raw_against_scaled(sys.modules[__name__])
    figures.three_walks(sys.modules[__name__])
    figures.learning_curves(sys.modules[__name__])
