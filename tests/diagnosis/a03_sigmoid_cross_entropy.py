"""The misconceptions of A03 written anew in another style: the diagnosis is measured on them."""

import numpy as np
from a03_sigmoid_cross_entropy import *
from paraphrases import paraphrase


@paraphrase("A03.1", "classes-swapped")
def encode_labels(labels, positive):
    if not any(label == positive for label in labels):
        raise ValueError(f"no label is {positive}")
    return np.array([0.0 if label == positive else 1.0 for label in labels])


@paraphrase("A03.1", "unknown-label-accepted")
def encode_labels(labels, positive):
    codes = np.zeros(len(labels))
    for i, label in enumerate(labels):
        if label == positive:
            codes[i] = 1.0
    return codes


@paraphrase("A03.1", "part-of-a-label")
def encode_labels(labels, positive):
    codes = np.zeros(len(labels))
    for i in range(len(labels)):
        codes[i] = str(labels[i]).count(str(positive)) > 0
    if codes.sum() == 0:
        raise ValueError("no such label")
    return codes


@paraphrase("A03.1", "alphabet-decides")
def encode_labels(labels, positive):
    names = sorted(set(labels))
    if positive not in names:
        raise ValueError(f"{positive} is not among the labels")
    numbers = {name: float(k) for k, name in enumerate(names)}
    return np.array([numbers[label] for label in labels])


@paraphrase("A03.1", "true-and-false")
def encode_labels(labels, positive):
    matches = [bool(label == positive) for label in labels]
    if True not in matches:
        raise ValueError("no such label")
    return np.array(matches)


@paraphrase("A03.1", "minus-one-and-one")
def encode_labels(labels, positive):
    codes = -np.ones(len(labels))
    for i, label in enumerate(labels):
        if label == positive:
            codes[i] = 1.0
    if codes.max() < 0:
        raise ValueError("no such label")
    return codes


@paraphrase("A03.1", "integer-codes")
def encode_labels(labels, positive):
    codes = [1 if label == positive else 0 for label in labels]
    if sum(codes) == 0:
        raise ValueError("no such label")
    return np.array(codes)


@paraphrase("A03.2", "common-logarithm")
def odds_and_logit(p):
    import math

    p = np.array(p, dtype=float)
    odds, logit = np.empty(p.shape), np.empty(p.shape)
    for place in np.ndindex(p.shape):
        if not 0 < p[place] < 1:
            raise ValueError("no probability")
        odds[place] = 1 / (1 / p[place] - 1)
        logit[place] = math.log(odds[place], 10)
    return odds, logit


@paraphrase("A03.2", "odds-against")
def odds_and_logit(p):
    p = np.asarray(p, dtype=float)
    if p.min() <= 0 or p.max() >= 1:
        raise ValueError("no probability")
    return 1 / p - 1, np.log(1 - p) - np.log(p)


@paraphrase("A03.2", "odds-ratio-for-odds")
def odds_and_logit(p):
    p = np.asarray(p, dtype=float)
    if p.min() <= 0 or p.max() >= 1:
        raise ValueError("no probability")

    def odds(chance):
        return chance / (1 - chance)

    return odds(p) / odds(1 - p), np.log(odds(p)) - np.log(odds(1 - p))


@paraphrase("A03.2", "plus-for-minus")
def odds_and_logit(p):
    p = np.float32(p)
    if (p <= 0).any() or (p >= 1).any():
        raise ValueError("no probability")
    return p / (p + np.float32(1)), np.log(p) - np.log1p(p)


@paraphrase("A03.2", "logarithm-of-p")
def odds_and_logit(p):
    import math

    p = np.array(p, dtype=float)
    if not all(0 < one < 1 for one in p.flat):
        raise ValueError("no probability")
    odds = [one / (1 - one) for one in p.flat]
    logit = [math.log(one) for one in p.flat]
    return np.reshape(odds, p.shape), np.reshape(logit, p.shape)


@paraphrase("A03.2", "sigmoid-for-logit")
def odds_and_logit(p):
    p = np.asarray(p, dtype=float)
    if p.min() <= 0 or p.max() >= 1:
        raise ValueError("no probability")
    return 1 / (1 / p - 1), 0.5 + 0.5 * np.tanh(p / 2)


@paraphrase("A03.2", "ends-accepted")
def odds_and_logit(p):
    p = np.asarray(p, dtype=float)
    if p.min() < 0 or p.max() > 1:
        raise ValueError("no probability")
    with np.errstate(divide="ignore"):
        return np.divide(p, 1 - p), np.log(p) - np.log(1 - p)


@paraphrase("A03.2", "refused-only-when-all-are-bad")
def odds_and_logit(p):
    p = np.asarray(p, dtype=float)
    inside = [0 < one < 1 for one in p.ravel()]
    if True not in inside:
        raise ValueError("no probability")
    return p / (1 - p), np.log(p) - np.log1p(-p)


@paraphrase("A03.2", "returned-in-wrong-order")
def odds_and_logit(p):
    p = np.float32(p)
    if (p <= 0).any() or (p >= 1).any():
        raise ValueError("no probability")
    logit = np.log(p) - np.log(1 - p)
    return logit, np.exp(logit)


@paraphrase("A03.3", "infinity-over-infinity")
def sigmoid(z):
    flat = []
    for one in np.ravel(z):
        e = np.exp(one)
        flat.append(e / (e + 1))
    return np.array(flat).reshape(np.shape(z))


@paraphrase("A03.3", "sign-of-the-exponent")
def sigmoid(z):
    return 0.5 - 0.5 * np.tanh(np.asarray(z) / 2)


@paraphrase("A03.3", "same-fraction-on-both-sides")
def sigmoid(z):
    z = np.array(z, dtype=float)
    a = np.zeros(z.shape)
    for place in np.ndindex(z.shape):
        size = z[place] if z[place] >= 0 else -z[place]
        a[place] = 1 / (1 + np.exp(-size))
    return a


@paraphrase("A03.3", "tanh-for-sigmoid")
def sigmoid(z):
    e = np.exp(-2 * np.abs(np.asarray(z, dtype=float)))
    return np.sign(z) * (1 - e) / (1 + e)


@paraphrase("A03.3", "integer-result")
def sigmoid(z):
    a = np.array(z)
    for place in np.ndindex(a.shape):
        t = float(a[place])
        a[place] = 1 / (1 + np.exp(-t)) if t > 0 else 1 - 1 / (1 + np.exp(t))
    return a


@paraphrase("A03.3", "clipped-too-early")
def sigmoid(z):
    z = np.array(z, dtype=float)
    z[z > 5] = 5
    z[z < -5] = -5
    e = np.exp(z)
    return e / (1 + e)


@paraphrase("A03.3", "slope-for-sigmoid")
def sigmoid(z):
    slopes = np.empty(np.shape(z))
    for place in np.ndindex(slopes.shape):
        a = 1 / (1 + np.exp(-float(np.asarray(z)[place])))
        slopes[place] = a - a * a
    return slopes


@paraphrase("A03.3", "step-for-sigmoid")
def sigmoid(z):
    flat = []
    for one in np.ravel(z):
        if one < 0:
            flat.append(0.0)
        else:
            flat.append(1.0)
    return np.reshape(flat, np.shape(z))


@paraphrase("A03.3", "changed-in-place")
def sigmoid(z):
    a = np.asarray(z, dtype=float)
    np.tanh(0.5 * a, out=a)
    a += 1
    a /= 2
    return a


@paraphrase("A03.4", "only-the-positive-term")
def binary_cross_entropy(a, y, eps=1e-12):
    if np.ndim(a) and np.ndim(y) and np.shape(a) != np.shape(y):
        raise ValueError("a and y differ in shape")
    a, y = np.broadcast_arrays(a, y)
    cost = np.zeros(a.shape)
    for place in np.ndindex(a.shape):
        if y[place] == 1:
            cost[place] = -np.log(min(max(a[place], eps), 1 - eps))
    return cost


@paraphrase("A03.4", "only-the-negative-term")
def binary_cross_entropy(a, y, eps=1e-12):
    if np.ndim(a) and np.ndim(y) and np.shape(a) != np.shape(y):
        raise ValueError("a and y differ in shape")
    p = np.minimum(np.maximum(a, eps), 1 - eps)
    return np.where(np.equal(y, 0), -np.log1p(-p), 0.0)


@paraphrase("A03.4", "minus-forgotten")
def binary_cross_entropy(a, y, eps=1e-12):
    if np.ndim(a) and np.ndim(y) and np.shape(a) != np.shape(y):
        raise ValueError("a and y differ in shape")
    p = np.minimum(np.maximum(a, eps), 1 - eps)
    return np.log(np.where(np.equal(y, 1), p, 1 - p))


@paraphrase("A03.4", "labels-swapped")
def binary_cross_entropy(a, y, eps=1e-12):
    import math

    if np.ndim(a) and np.ndim(y) and np.shape(a) != np.shape(y):
        raise ValueError("a and y differ in shape")
    a, y = np.broadcast_arrays(a, y)
    cost = []
    for p, label in zip(a.ravel(), y.ravel(), strict=True):
        p = min(max(float(p), eps), 1 - eps)
        cost.append(-math.log(p) if label == 0 else -math.log(1 - p))
    return np.reshape(cost, a.shape)


@paraphrase("A03.4", "not-clipped")
def binary_cross_entropy(a, y, eps=1e-12):
    a, y = np.array(a, dtype=float), np.array(y, dtype=float)
    if a.shape and y.shape and a.shape != y.shape:
        raise ValueError("a and y differ in shape")
    cost = np.multiply(y, np.log(a))
    cost = cost + np.log1p(-a) * (1 - y)
    return 0 - cost


@paraphrase("A03.4", "clipped-below-only")
def binary_cross_entropy(a, y, eps=1e-12):
    a, y = np.array(a, dtype=float), np.array(y, dtype=float)
    if a.shape and y.shape and a.shape != y.shape:
        raise ValueError("a and y differ in shape")
    a[a < eps] = eps
    return (y - 1) * np.log(1 - a) - y * np.log(a)


@paraphrase("A03.4", "eps-added")
def binary_cross_entropy(a, y, eps=1e-12):
    if np.ndim(a) and np.ndim(y) and np.shape(a) != np.shape(y):
        raise ValueError("a and y differ in shape")
    a, y = np.broadcast_arrays(a, y)
    cost = np.zeros(a.shape)
    for place in np.ndindex(a.shape):
        true_class = a[place] if y[place] == 1 else 1 - a[place]
        cost[place] = -np.log(true_class + eps)
    return cost


@paraphrase("A03.4", "each-logarithm-clipped-below")
def binary_cross_entropy(a, y, eps=1e-12):
    if np.ndim(a) and np.ndim(y) and np.shape(a) != np.shape(y):
        raise ValueError("a and y differ in shape")

    def safe_log(t):
        return np.log(np.where(t < eps, eps, t))

    a = np.asarray(a)
    return np.where(np.equal(y, 1), -safe_log(a), -safe_log(1 - a))


@paraphrase("A03.4", "eps-ignored")
def binary_cross_entropy(a, y, eps=1e-12):
    if np.ndim(a) and np.ndim(y) and np.shape(a) != np.shape(y):
        raise ValueError("a and y differ in shape")
    eps = 1e-12
    p = np.minimum(np.maximum(a, eps), 1 - eps)
    return -np.log(np.abs(1 - np.asarray(y) - p))


@paraphrase("A03.4", "base-two")
def binary_cross_entropy(a, y, eps=1e-12):
    import math

    if np.ndim(a) and np.ndim(y) and np.shape(a) != np.shape(y):
        raise ValueError("a and y differ in shape")
    a, y = np.broadcast_arrays(a, y)
    cost = np.zeros(a.shape)
    for place in np.ndindex(a.shape):
        p = min(max(a[place], eps), 1 - eps)
        cost[place] = -math.log(p if y[place] else 1 - p, 2)
    return cost


@paraphrase("A03.4", "averaged-too-early")
def binary_cross_entropy(a, y, eps=1e-12):
    if np.ndim(a) and np.ndim(y) and np.shape(a) != np.shape(y):
        raise ValueError("a and y differ in shape")
    a, y = np.broadcast_arrays(a, y)
    total = 0.0
    for p, label in zip(a.ravel(), y.ravel(), strict=True):
        p = min(max(p, eps), 1 - eps)
        total -= np.log(p) if label == 1 else np.log(1 - p)
    return total / a.size


@paraphrase("A03.4", "shapes-broadcast")
def binary_cross_entropy(a, y, eps=1e-12):
    p = np.minimum(np.maximum(a, eps), 1 - eps)
    return np.where(np.equal(y, 1), -np.log(p), -np.log1p(-p))


@paraphrase("A03.5", "logit-taken-for-probability")
def bce_with_logits(z, y):
    if np.ndim(z) and np.ndim(y) and np.shape(z) != np.shape(y):
        raise ValueError("z and y differ in shape")
    z, y = np.broadcast_arrays(z, y)
    cost = np.zeros(z.shape)
    for place in np.ndindex(z.shape):
        cost[place] = -np.log(z[place]) if y[place] else -np.log1p(-z[place])
    return cost


@paraphrase("A03.5", "logit-clipped-like-a-probability")
def bce_with_logits(z, y):
    if np.ndim(z) and np.ndim(y) and np.shape(z) != np.shape(y):
        raise ValueError("z and y differ in shape")
    z = np.minimum(np.maximum(z, 1e-12), 1 - 1e-12)
    return -np.log(np.where(np.equal(y, 1), z, 1 - z))


@paraphrase("A03.5", "sigmoid-twice")
def bce_with_logits(z, y):
    if np.ndim(z) and np.ndim(y) and np.shape(z) != np.shape(y):
        raise ValueError("z and y differ in shape")
    a = sigmoid(z)
    return np.maximum(a, 0) - a * np.asarray(y) + np.log1p(np.exp(-np.abs(a)))


@paraphrase("A03.5", "half-squared-error")
def bce_with_logits(z, y):
    z, y = np.asarray(z, dtype=np.float32), np.asarray(y, dtype=np.float32)
    if z.shape and y.shape and z.shape != y.shape:
        raise ValueError("z and y differ in shape")
    error = np.float32(0.5) * (1 + np.tanh(z / 2)) - y
    return np.float32(0.5) * error * error


@paraphrase("A03.5", "clipped-at-27")
def bce_with_logits(z, y):
    if np.ndim(z) and np.ndim(y) and np.shape(z) != np.shape(y):
        raise ValueError("z and y differ in shape")
    z, y = np.broadcast_arrays(z, y)
    cost = np.zeros(z.shape)
    for place in np.ndindex(z.shape):
        a = 1 / (1 + np.exp(-float(z[place])))
        a = min(max(a, 1e-12), 1 - 1e-12)
        cost[place] = -np.log(a) if y[place] == 1 else -np.log(1 - a)
    return cost


@paraphrase("A03.5", "detour-unclipped")
def bce_with_logits(z, y):
    z, y = np.array(z, dtype=float), np.array(y, dtype=float)
    if z.shape and y.shape and z.shape != y.shape:
        raise ValueError("z and y differ in shape")
    a = 1 / (1 + np.exp(-z))
    cost = -y * np.log(a)
    return cost + (y - 1) * np.log1p(-a)


@paraphrase("A03.5", "overflows-to-the-right")
def bce_with_logits(z, y):
    if np.ndim(z) and np.ndim(y) and np.shape(z) != np.shape(y):
        raise ValueError("z and y differ in shape")
    z, y = np.broadcast_arrays(z, y)
    cost = np.zeros(z.shape)
    for place in np.ndindex(z.shape):
        softplus = np.log1p(np.exp(float(z[place])))
        cost[place] = softplus - z[place] if y[place] == 1 else softplus
    return cost


@paraphrase("A03.5", "overflows-to-the-left")
def bce_with_logits(z, y):
    if np.ndim(z) and np.ndim(y) and np.shape(z) != np.shape(y):
        raise ValueError("z and y differ in shape")
    z, y = np.broadcast_arrays(z, y)
    cost = []
    for one, label in zip(z.ravel(), y.ravel(), strict=True):
        rest = np.log(1 + np.exp(-float(one)))
        cost.append(rest if label == 1 else one + rest)
    return np.reshape(cost, z.shape)


@paraphrase("A03.5", "absolute-value-forgotten")
def bce_with_logits(z, y):
    if np.ndim(z) and np.ndim(y) and np.shape(z) != np.shape(y):
        raise ValueError("z and y differ in shape")
    z, y = np.broadcast_arrays(z, y)
    cost = np.array(np.log(1 + np.exp(-z)) - z * y)
    cost[z > 0] += z[z > 0]
    return cost


@paraphrase("A03.5", "maximum-forgotten")
def bce_with_logits(z, y):
    if np.ndim(z) and np.ndim(y) and np.shape(z) != np.shape(y):
        raise ValueError("z and y differ in shape")
    z, y = np.broadcast_arrays(z, y)
    cost = np.zeros(z.shape)
    for place in np.ndindex(z.shape):
        cost[place] = np.log(1 + np.exp(-abs(z[place])))
        if y[place] == 1:
            cost[place] -= z[place]
    return cost


@paraphrase("A03.5", "labels-swapped")
def bce_with_logits(z, y):
    if np.ndim(z) and np.ndim(y) and np.shape(z) != np.shape(y):
        raise ValueError("z and y differ in shape")
    return np.logaddexp(0, np.where(np.equal(y, 1), z, np.negative(z)))


@paraphrase("A03.5", "label-term-added")
def bce_with_logits(z, y):
    z, y = np.asarray(z, dtype=np.float32), np.asarray(y, dtype=np.float32)
    if z.shape and y.shape and z.shape != y.shape:
        raise ValueError("z and y differ in shape")
    return np.logaddexp(np.float32(0), z) + z * y


@paraphrase("A03.5", "averaged-too-early")
def bce_with_logits(z, y):
    if np.ndim(z) and np.ndim(y) and np.shape(z) != np.shape(y):
        raise ValueError("z and y differ in shape")
    z, y = np.broadcast_arrays(z, y)
    total = 0.0
    for one, label in zip(z.ravel(), y.ravel(), strict=True):
        total += np.logaddexp(0, -one if label == 1 else one)
    return total / z.size


@paraphrase("A03.5", "shapes-broadcast")
def bce_with_logits(z, y):
    return np.logaddexp(0, (1 - 2 * np.asarray(y)) * np.asarray(z))


@paraphrase("A03.6", "loss-slope-sign")
def logistic_chain(x, y, w, b):
    x = np.asarray(x, dtype=float)
    a = 1 / (1 + np.exp(-(w * x + b)))
    return np.where(np.equal(y, 1), 1 / a, 1 / (a - 1)), a - a**2, x, np.ones(x.shape)


@paraphrase("A03.6", "inner-minus-forgotten")
def logistic_chain(x, y, w, b):
    columns = []
    for x_i, y_i in zip(np.ravel(x), np.ravel(y), strict=True):
        a = float(sigmoid(w * x_i + b))
        columns.append([-1 / a if y_i == 1 else -1 / (1 - a), a * (1 - a), x_i, 1.0])
    return tuple(np.reshape(row, np.shape(x)) for row in zip(*columns, strict=True))


@paraphrase("A03.6", "only-the-positive-term")
def logistic_chain(x, y, w, b):
    x, y = np.float32(x), np.float32(y)
    a = 1 / (1 + np.exp(-(np.float32(w) * x + np.float32(b))))
    return [np.where(y == 1, -1 / a, 0 * a), a * (1 - a), x, x * 0 + 1]


@paraphrase("A03.6", "merged-too-early")
def logistic_chain(x, y, w, b):
    x = np.array(x, dtype=float)
    first, second = np.zeros(x.shape), np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        a = 1 / (1 + np.exp(-(w * x[place] + b)))
        first[place] = a - (y[place] if x.ndim else y)
        second[place] = a - a * a
    return first, second, x, np.full(x.shape, 1.0)


@paraphrase("A03.6", "cost-for-its-derivative")
def logistic_chain(x, y, w, b):
    x = np.asarray(x, dtype=float)
    z = w * x + b
    e = np.exp(-z)
    return bce_with_logits(z, y), e / (1 + e) ** 2, x, x * 0 + 1


@paraphrase("A03.6", "slope-from-z")
def logistic_chain(x, y, w, b):
    x = np.asarray(x, dtype=float)

    def slope(value):
        return value - value**2

    z = predict(x, w, b)
    a = sigmoid(z)
    return np.where(np.equal(y, 1), -1 / a, 1 / (1 - a)), slope(z), x, np.ones(x.shape)


@paraphrase("A03.6", "slope-of-an-activated-value")
def logistic_chain(x, y, w, b):
    x = np.asarray(x, dtype=float)

    def sigmoid_slope(z):
        e = np.exp(-z)
        return e / (1 + e) ** 2

    a = 1 / (1 + np.exp(-(x * w + b)))
    first = (a - y) / (a * (1 - a))
    return first, sigmoid_slope(a), x, np.ones(x.shape)


@paraphrase("A03.6", "weight-for-input")
def logistic_chain(x, y, w, b):
    columns = []
    for x_i, y_i in zip(np.ravel(x), np.ravel(y), strict=True):
        a = float(sigmoid(w * x_i + b))
        columns.append(((a - y_i) / (a * (1 - a)), a * (1 - a), w, 1.0))
    return tuple(np.reshape(row, np.shape(x)) for row in zip(*columns, strict=True))


@paraphrase("A03.6", "bias-factor-is-the-bias")
def logistic_chain(x, y, w, b):
    x = np.float32(x)
    a = 1 / (1 + np.exp(-(np.float32(w) * x + np.float32(b))))
    first = np.where(np.equal(y, 1), -1 / a, 1 / (1 - a))
    return first, a - a * a, x, 0 * x + np.float32(b)


@paraphrase("A03.6", "one-number-for-the-bias")
def logistic_chain(x, y, w, b):
    a = np.array([1 / (1 + np.exp(-(w * one + b))) for one in np.ravel(x)]).reshape(np.shape(x))
    first = np.where(np.equal(y, 1), -1 / a, 1 / (1 - a))
    return first, a - a**2, np.array(x), 1


@paraphrase("A03.6", "bias-left-out")
def logistic_chain(x, y, w, b):
    x = np.asarray(x, dtype=float)
    a = 0.5 + 0.5 * np.tanh(w * x / 2)
    slope = a - a * a
    return (a - y) / slope, slope, x, np.ones(x.shape)


@paraphrase("A03.7", "sigmoid-slope-kept")
def logistic_gradient(x, y, w, b):
    if np.shape(x) != np.shape(w):
        raise ValueError("x and w differ in shape")
    z = b
    for x_i, w_i in zip(x, w, strict=True):
        z = z + w_i * x_i
    e = np.exp(-abs(z))
    db = (sigmoid(z) - y) * e / (1 + e) ** 2
    return np.array([db * x_i for x_i in x]), db


@paraphrase("A03.7", "error-sign-flipped")
def logistic_gradient(x, y, w, b):
    x, w = np.float32(x), np.float32(w)
    if x.shape != w.shape:
        raise ValueError("x and w differ in shape")
    z = x @ w + np.float32(b)
    pull = np.float32(y) - 1 / (1 + np.exp(-z))
    return pull * x, pull


@paraphrase("A03.7", "sigmoid-forgotten")
def logistic_gradient(x, y, w, b):
    if np.shape(x) != np.shape(w):
        raise ValueError("x and w differ in shape")
    error = b - y + sum(w_i * x_i for w_i, x_i in zip(w, x, strict=True))
    return np.array([error * x_i for x_i in x]), error


@paraphrase("A03.7", "class-for-probability")
def logistic_gradient(x, y, w, b):
    if np.shape(x) != np.shape(w):
        raise ValueError("x and w differ in shape")
    a = round(float(sigmoid(np.dot(x, w) + b)))
    return np.multiply(x, a - y), float(a - y)


@paraphrase("A03.7", "no-sum-over-features")
def logistic_gradient(x, y, w, b):
    if np.shape(x) != np.shape(w):
        raise ValueError("x and w differ in shape")
    dw, db = [], 0.0
    for x_i, w_i in zip(x, w, strict=True):
        error = float(sigmoid(w_i * x_i + b)) - y
        dw.append(error * x_i)
        db += error
    return np.array(dw), db


@paraphrase("A03.7", "bias-left-out")
def logistic_gradient(x, y, w, b):
    x, w = np.float32(x), np.float32(w)
    if x.shape != w.shape:
        raise ValueError("x and w differ in shape")
    error = np.float32(0.5) * (1 + np.tanh(np.dot(x, w) / 2)) - np.float32(y)
    return error * x, error


@paraphrase("A03.7", "bias-added-per-feature")
def logistic_gradient(x, y, w, b):
    if np.shape(x) != np.shape(w):
        raise ValueError("x and w differ in shape")
    z = 0.0
    for x_i, w_i in zip(x, w, strict=True):
        z += predict(x_i, w_i, b)
    error = 1 / (1 + np.exp(-z)) - y
    return np.array([error * x_i for x_i in x]), error


@paraphrase("A03.7", "weights-for-inputs")
def logistic_gradient(x, y, w, b):
    if np.shape(x) != np.shape(w):
        raise ValueError("x and w differ in shape")
    error = 1 / (1 + np.exp(-(np.dot(x, w) + b))) - y
    dw = np.zeros(len(w))
    for k in range(len(w)):
        dw[k] = w[k] * error
    return dw, error


@paraphrase("A03.7", "bias-slope-per-feature")
def logistic_gradient(x, y, w, b):
    if np.shape(x) != np.shape(w):
        raise ValueError("x and w differ in shape")
    error = 1 / (1 + np.exp(-(np.dot(x, w) + b))) - y
    table = np.array([[error * x_i, error] for x_i in x])
    return table[:, 0], table[:, 1]


@paraphrase("A03.7", "divided-by-features")
def logistic_gradient(x, y, w, b):
    x, w = np.asarray(x), np.asarray(w)
    if x.shape != w.shape:
        raise ValueError("x and w differ in shape")
    errors = np.full(x.size, sigmoid(x @ w + b) - y) / x.size
    return np.einsum("i,i->i", errors, x), np.mean(errors)


@paraphrase("A03.7", "factors-multiplied-out")
def logistic_gradient(x, y, w, b):
    if np.shape(x) != np.shape(w):
        raise ValueError("x and w differ in shape")
    z = np.dot(x, w) + b
    dL_da, da_dz, _, _ = logistic_chain(z, y, 1.0, 0.0)
    return np.array([dL_da * da_dz * x_i for x_i in x]), dL_da * da_dz


@paraphrase("A03.7", "shapes-broadcast")
def logistic_gradient(x, y, w, b):
    z = b
    for x_i, w_i in zip(x, w, strict=True):
        z = z + x_i * w_i
    error = sigmoid(z) - y
    return np.stack([error * x_i for x_i in x]), error
