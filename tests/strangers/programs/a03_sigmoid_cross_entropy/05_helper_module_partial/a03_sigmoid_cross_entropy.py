# A03. The functions that need care with large numbers are in stable.py.
import sys
from functools import partial, reduce
from operator import add, mul

import numpy as np

import autograder.notebook  # finds my A01
import stable
from a01_gradient_descent_line import predict
from stable import sigmoid  # noqa: F401  (A03.3 lives there)

EPS = 1e-12


# A03.1
def _encode(labels, positive):
    count = sum(1 for label in labels if label == positive)
    if not count:
        raise ValueError(f"Positive label {positive!r} does not occur in {len(labels)} labels.")
    return np.array([float(label == positive) for label in labels])


encode_labels = _encode


# A03.2
def odds_and_logit(p):
    p = np.asarray(p, dtype=float)[()]
    outside = (p <= 0) | (p >= 1)
    if outside.any():
        raise ValueError(f"{np.count_nonzero(outside)} of the probabilities are not between 0 and 1")
    odds = p / (1 - p)
    return tuple(f(odds) for f in (lambda o: o, np.log))


# A03.4
def _cross_entropy(a, y, eps=EPS):
    a, y = stable.matching(a, y)
    a = stable.clip(a, eps)
    alive = y * np.log(a), (1 - y) * np.log(1 - a)
    return -reduce(add, alive)


binary_cross_entropy = _cross_entropy


# A03.5
def _cross_entropy_of(softplus, z, y):
    """The cost log(1 + exp(z)) - z*y for labels 0 and 1: softplus(z) or softplus(-z)."""
    z, y = stable.matching(z, y)
    return softplus(np.where(y == 1, -z, z))


bce_with_logits = partial(_cross_entropy_of, stable.softplus)


# A03.6
def logistic_chain(x, y, w, b):
    x, y = np.asarray(x, dtype=float)[()], np.asarray(y, dtype=float)[()]
    a = sigmoid(predict(x, w, b))
    return (
        -(y / a - (1 - y) / (1 - a)),
        a * (1 - a),
        x * 1.0,
        x * 0.0 + 1.0,
    )


# A03.7
def logistic_gradient(x, y, w, b):
    if np.shape(x) != np.shape(w):
        raise ValueError(f"x: {np.shape(x)}, w: {np.shape(w)}")
    features = np.asarray(x, dtype=float)
    z = reduce(add, map(mul, features.tolist(), np.asarray(w, dtype=float).tolist()), float(b))
    db = sigmoid(z) - y
    return np.multiply(db, features), db


if __name__ == "__main__":
    import figures

    figures.sheet(sys.modules[__name__])
    figures.bowls(sys.modules[__name__])
