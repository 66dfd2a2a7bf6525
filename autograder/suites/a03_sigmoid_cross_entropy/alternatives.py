"""Correct implementations of A03 that differ from the reference in algorithm or dtype."""

import numpy as np
from a03_sigmoid_cross_entropy import *

from autograder.checks import alternative


@alternative("A03.1", "loop over the labels")
def encode_labels(labels, positive):
    codes = [1.0 if label == positive else 0.0 for label in labels]
    if sum(codes) == 0:
        raise ValueError("unknown label")
    return np.array(codes)


@alternative("A03.1", "looked up in a table of classes, single precision")
def encode_labels(labels, positive):
    classes, indices = np.unique(np.asarray(labels), return_inverse=True)
    if positive not in classes.tolist():
        raise ValueError(positive)
    return np.eye(len(classes), dtype=np.float32)[indices][:, classes.tolist().index(positive)]


@alternative("A03.2", "difference of logarithms")
def odds_and_logit(p):
    if not (np.all(np.greater(p, 0)) and np.all(np.less(p, 1))):
        raise ValueError("not a probability with odds")
    return 1 / (1 / np.asarray(p) - 1), np.log(p) - np.log1p(-np.asarray(p))


@alternative("A03.2", "entry by entry")
def odds_and_logit(p):
    import math

    p = np.array(p, dtype=float)
    odds, logit = np.empty(p.shape), np.empty(p.shape)
    for place in np.ndindex(p.shape):
        if not 0 < p[place] < 1:
            raise ValueError(p[place])
        odds[place] = p[place] / (1 - p[place])
        logit[place] = math.log(odds[place])
    return [odds, logit]


@alternative("A03.2", "single precision at the end")
def odds_and_logit(p):
    p = np.asarray(p)
    if (p <= 0).any() or (p >= 1).any():
        raise ValueError
    return np.float32(p / (1 - p)), np.float32(np.log(p / (1 - p)))


@alternative("A03.3", "the formula as it stands, overflow and all")
def sigmoid(z):
    return 1 / (1 + np.exp(-np.asarray(z, dtype=float)))


@alternative("A03.3", "through the hyperbolic tangent")
def sigmoid(z):
    return 0.5 * (1 + np.tanh(np.asarray(z) / 2))


@alternative("A03.3", "masks for either sign")
def sigmoid(z):
    z = np.array(z, dtype=float)
    a, right = np.zeros(z.shape), z >= 0
    a[right] = 1 / (1 + np.exp(-z[right]))
    e = np.exp(z[~right])
    a[~right] = e / (1 + e)
    return a


@alternative("A03.3", "both fractions, one chosen")
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    return np.where(z < 0, np.exp(z) / (1 + np.exp(z)), 1 / (1 + np.exp(-z)))


@alternative("A03.3", "clipped at ±500")
def sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -500, 500)))


@alternative("A03.3", "single precision")
def sigmoid(z):
    z = np.asarray(z, dtype=np.float32)
    return (np.float32(1) / (np.float32(1) + np.exp(-z))).astype(np.float32)


@alternative("A03.4", "the term that is alive")
def binary_cross_entropy(a, y, eps=1e-12):
    if np.ndim(a) and np.ndim(y) and np.shape(a) != np.shape(y):
        raise ValueError("a and y differ in shape")
    p = np.minimum(np.maximum(a, eps), 1 - eps)
    return np.where(np.equal(y, 1), -np.log(p), -np.log1p(-p))


@alternative("A03.4", "entry by entry")
def binary_cross_entropy(a, y, eps=1e-12):
    import math

    a, y = np.array(a, dtype=float), np.array(y, dtype=float)
    if a.shape and y.shape and a.shape != y.shape:
        raise ValueError
    a, y = np.broadcast_arrays(a, y)
    cost = np.zeros(a.shape)
    for place in np.ndindex(a.shape):
        p = min(max(a[place], eps), 1 - eps)
        cost[place] = -math.log(p) if y[place] > 0.5 else -math.log(1 - p)
    return cost


@alternative("A03.4", "probability of the true class")
def binary_cross_entropy(a, y, eps=1e-12):
    a, y = np.asarray(a, dtype=float), np.asarray(y, dtype=float)
    if a.shape != y.shape and a.ndim * y.ndim > 0:
        raise ValueError
    return -np.log(np.abs(1 - y - np.clip(a, eps, 1 - eps)))


@alternative("A03.5", "logaddexp")
def bce_with_logits(z, y):
    if np.ndim(z) and np.ndim(y) and np.shape(z) != np.shape(y):
        raise ValueError("z and y differ in shape")
    return np.logaddexp(0, z) - np.multiply(z, y)


@alternative("A03.5", "softplus of the signed logit")
def bce_with_logits(z, y):
    z, y = np.asarray(z, dtype=float), np.asarray(y, dtype=float)
    if z.ndim and y.ndim and z.shape != y.shape:
        raise ValueError
    wrong = (1 - 2 * y) * z
    return np.where(wrong > 0, wrong, 0) + np.log(1 + np.exp(-np.abs(wrong)))


@alternative("A03.5", "log of the sigmoid by cases, in a loop")
def bce_with_logits(z, y):
    import math

    z, y = np.array(z, dtype=float), np.array(y, dtype=float)
    if z.shape and y.shape and z.shape != y.shape:
        raise ValueError
    z, y = np.broadcast_arrays(z, y)
    cost = np.zeros(z.shape)
    for place in np.ndindex(z.shape):
        t = z[place] if y[place] == 1 else -z[place]
        cost[place] = math.log1p(math.exp(-t)) if t > 0 else math.log1p(math.exp(t)) - t
    return cost


@alternative("A03.5", "single precision")
def bce_with_logits(z, y):
    z, y = np.asarray(z, np.float32), np.asarray(y, np.float32)
    if z.ndim and y.ndim and z.shape != y.shape:
        raise ValueError
    return np.maximum(z, np.float32(0)) - z * y + np.log1p(np.exp(-np.abs(z)))


@alternative("A03.6", "one fraction by the label")
def logistic_chain(x, y, w, b):
    a = 1 / (1 + np.exp(-(w * np.asarray(x) + b)))
    return (
        np.where(np.equal(y, 1), -1 / a, 1 / (1 - a)),
        a - a**2,
        np.array(x),
        np.asarray(x) * 0 + 1,
    )


@alternative("A03.6", "from the merged slope")
def logistic_chain(x, y, w, b):
    x = np.array(x, dtype=float)
    e = np.exp(-(w * x + b))
    slope = e / (1 + e) ** 2
    return (sigmoid(w * x + b) - y) / slope, slope, x, np.ones(x.shape)


@alternative("A03.6", "single precision, one array")
def logistic_chain(x, y, w, b):
    x, y = np.float32(x), np.float32(y)
    a = np.float32(1) / (1 + np.exp(-(np.float32(w) * x + np.float32(b))))
    factors = [(1 - y) / (1 - a) - y / a, a * (1 - a), x, np.ones_like(x)]
    return np.array(factors, dtype=np.float32)


@alternative("A03.7", "dot product and numbers in a loop")
def logistic_gradient(x, y, w, b):
    if np.shape(x) != np.shape(w):
        raise ValueError("x and w differ in shape")
    error = float(sigmoid(float(np.dot(w, x)) + b)) - y
    return np.array([error * float(one) for one in x]), error


@alternative("A03.7", "the error through the hyperbolic tangent")
def logistic_gradient(x, y, w, b):
    if np.shape(x) != np.shape(w):
        raise ValueError
    error = (np.tanh((np.dot(w, x) + b) / 2) + 1) / 2 - y
    return np.multiply(x, error), error


@alternative("A03.7", "two cases for the error, single precision")
def logistic_gradient(x, y, w, b):
    x, w = np.asarray(x, np.float32), np.asarray(w, np.float32)
    if x.shape != w.shape:
        raise ValueError
    z = np.float32(np.sum(x * w)) + np.float32(b)
    error = -1 / (1 + np.exp(z)) if y == 1 else 1 / (1 + np.exp(-z))
    return np.float32(error) * x, np.float32(error)
