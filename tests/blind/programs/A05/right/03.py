"""Data and batches, with type hints, a named tuple and shares by rounded running totals."""
from __future__ import annotations

from math import ceil
from typing import NamedTuple

import numpy as np
import autograder.notebook
from a03_sigmoid_cross_entropy import logistic_gradient


class Split(NamedTuple):
    X_tr: np.ndarray
    X_va: np.ndarray
    X_te: np.ndarray
    y_tr: np.ndarray
    y_va: np.ndarray
    y_te: np.ndarray


def half_mse(y_hat: float | np.ndarray, y: float | np.ndarray) -> float:
    a: np.ndarray = np.asarray(y_hat, float)
    t: np.ndarray = np.asarray(y, float)
    match a.shape, t.shape:
        case ((), _) | (_, ()):
            pass
        case one, other if one != other:
            raise ValueError(f"{one} does not fit {other}")
    return 0.5 * float(np.square(a - t).mean())


def permuted_indices(m: int, rng: np.random.Generator) -> np.ndarray:
    return np.argsort(rng.random(m))


def _shares(sizes: np.ndarray, count: int) -> np.ndarray:
    """Whole numbers that add up to count, each less than 1 from its quota."""
    total = max(int(sizes.sum()), 1)
    edges = np.concatenate([[0], np.cumsum(sizes) * count // total])
    return np.diff(edges)


def three_way_split(
    X: np.ndarray,
    y: np.ndarray,
    val: float,
    test: float,
    rng: np.random.Generator,
    stratify: bool = True,
) -> Split:
    X, y = np.asarray(X), np.asarray(y)
    if X.shape[:1] != y.shape[:1]:
        raise ValueError("X and y differ in length")
    m = len(y)
    n_te = ceil(test * m)
    n_va = ceil(val * (m - n_te))
    blocks: list[np.ndarray] = [permuted_indices(m, rng)]
    if stratify:
        blocks = [blocks[0][y[blocks[0]] == c] for c in np.unique(y)]
    pieces: dict[str, np.ndarray] = {}
    for name, count in (("te", n_te), ("va", n_va)):
        shares = _shares(np.array([len(block) for block in blocks], dtype=int), count)
        pieces[name] = np.concatenate(
            [np.zeros(0, dtype=int)] + [block[:k] for block, k in zip(blocks, shares)]
        )
        blocks = [block[k:] for block, k in zip(blocks, shares)]
    tr = np.concatenate([np.zeros(0, dtype=int)] + blocks)
    va, te = pieces["va"], pieces["te"]
    return Split(X[tr], X[va], X[te], y[tr], y[va], y[te])


class Standardizer:
    def __init__(self) -> None:
        self.mean_: np.ndarray | None = None
        self.std_: np.ndarray | None = None

    def fit(self, X: np.ndarray) -> Standardizer:
        X = np.asarray(X, dtype=float)
        self.mean_ = X.mean(axis=0)
        self.std_ = np.where(np.ptp(X, axis=0) == 0, 1.0, X.std(axis=0, ddof=0))
        return self

    def transform(self, X: np.ndarray) -> np.ndarray:
        if self.mean_ is None:
            raise RuntimeError("Standardizer.fit has not been called")
        X = np.asarray(X, dtype=float)
        if X.shape[-1] != self.mean_.shape[0]:
            raise ValueError(f"expected {self.mean_.shape[0]} features, got {X.shape[-1]}")
        return np.divide(X - self.mean_, self.std_)


def full_batch_step(
    X: np.ndarray, y: np.ndarray, w: np.ndarray, b: float, lr: float
) -> tuple[np.ndarray, float]:
    X, w = np.asarray(X, float), np.asarray(w, float)
    y = np.asarray(y)
    if y.shape != X.shape[:1]:
        raise ValueError(f"y must have shape {X.shape[:1]}, not {y.shape}")
    pairs = [logistic_gradient(row, label, w, b) for row, label in zip(X, y)]
    dw = np.mean([dw for dw, _ in pairs], axis=0)
    db = np.mean([db for _, db in pairs])
    return w - lr * dw, b - lr * db


def fit_verdict(train_acc: float, val_acc: float, good: float, gap: float) -> str:
    match (train_acc < good, train_acc - val_acc > gap):
        case (True, _):
            return "under"
        case (_, True):
            return "over"
        case _:
            return "ok"
