"""The misconceptions of A06 written anew in another style: the diagnosis is measured on them."""

import numpy as np
from a06_regularization import *
from paraphrases import paraphrase


@paraphrase("A06.1", "absolute-value-forgotten")
def l1_norm(w):
    total = 0.0
    for one in np.ravel(w):
        total += float(one)
    return total


@paraphrase("A06.1", "absolute-value-of-the-sum")
def l1_norm(w):
    total = np.asarray(w, dtype=np.float32).sum()
    return float(total) if total >= 0 else -float(total)


@paraphrase("A06.1", "averaged")
def l1_norm(w):
    flat = [float(one) for one in np.ravel(w)]
    return sum(one if one > 0 else -one for one in flat) / len(flat)


@paraphrase("A06.1", "largest-weight")
def l1_norm(w):
    return max(float(np.max(w)), -float(np.min(w)))


@paraphrase("A06.1", "per-column")
def l1_norm(w):
    norm = 0.0
    for row in np.asarray(w):
        norm = norm + row * np.sign(row)
    return norm


@paraphrase("A06.2", "root-forgotten")
def l2_norm(w):
    flat = np.ravel(w)
    return float(np.dot(flat, flat))


@paraphrase("A06.2", "root-of-the-mean")
def l2_norm(w):
    squares = [float(one) * float(one) for one in np.ravel(w)]
    return (sum(squares) / len(squares)) ** 0.5


@paraphrase("A06.2", "root-of-each")
def l2_norm(w):
    total = 0.0
    for one in np.ravel(w):
        total += (float(one) ** 2) ** 0.5
    return total


@paraphrase("A06.2", "square-of-the-sum")
def l2_norm(w):
    total = 0.0
    for one in np.ravel(w):
        total += one
    return (total * total) ** 0.5


@paraphrase("A06.2", "per-column")
def l2_norm(w):
    return np.einsum("i...,i...->...", w, w) ** 0.5


@paraphrase("A06.3", "norm-not-squared")
def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    losses = binary_cross_entropy(a, y)
    flat = np.ravel(w)
    length = np.sqrt(flat @ flat)
    return np.sum(losses) / np.size(losses) + l1 * np.sum(np.abs(flat)) + 0.5 * l2 * length


@paraphrase("A06.3", "half-forgotten")
def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    loss = float(np.mean(binary_cross_entropy(a, y)))
    for one in np.ravel(w):
        loss += l1 * abs(one) + l2 * one**2
    return loss


@paraphrase("A06.3", "half-on-both")
def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    penalty = 0.0
    for one in np.ravel(w):
        penalty += l1 * max(one, -one)
        penalty += l2 * one * one
    return np.average(binary_cross_entropy(a, y)) + 0.5 * penalty


@paraphrase("A06.3", "l2-scales-the-l1-norm")
def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    size = np.abs(w).sum()
    loss = np.mean(binary_cross_entropy(a, y))
    loss += l1 * size
    loss += 0.5 * l2 * size
    return loss


@paraphrase("A06.3", "strengths-swapped")
def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    ridge, lasso = l1, l2
    w = np.asarray(w, dtype=np.float32)
    penalty = lasso * float(np.sum(np.abs(w))) + ridge * float(np.sum(w * w)) / 2
    return float(np.mean(binary_cross_entropy(a, y))) + penalty


@paraphrase("A06.3", "data-summed")
def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    loss = l1 * l1_norm(w) + l2 / 2 * l2_norm(w) ** 2
    for one in np.atleast_1d(binary_cross_entropy(a, y)):
        loss += one
    return loss


@paraphrase("A06.3", "penalty-divided-by-m")
def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    losses = np.atleast_1d(binary_cross_entropy(a, y))
    m = len(losses)
    data = losses.sum() / m
    lasso = l1 / m * np.abs(w).sum()
    ridge = l2 / (2 * m) * np.square(w).sum()
    return data + lasso + ridge


@paraphrase("A06.3", "penalty-subtracted")
def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    loss = np.mean(binary_cross_entropy(a, y))
    for one in np.ravel(w):
        loss = loss - l1 * abs(one) - 0.5 * l2 * one * one
    return loss


@paraphrase("A06.3", "logarithm-not-guarded")
def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    if np.ndim(a) and np.ndim(y) and np.shape(a) != np.shape(y):
        raise ValueError("a and y must have the same shape")
    total = 0.0
    for p, t in zip(np.atleast_1d(a), np.atleast_1d(y), strict=True):
        total -= t * np.log(p)
        total -= (1 - t) * np.log(1 - p)
    return total / np.size(a) + l1 * np.sum(np.abs(w)) + 0.5 * l2 * np.sum(np.square(w))


@paraphrase("A06.3", "shapes-broadcast")
def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    p = np.minimum(np.maximum(a, 1e-12), 1 - 1e-12)
    losses = np.where(np.asarray(y) == 1, -np.log(p), -np.log(1 - p))
    return losses.mean() + l1 * np.sum(np.abs(w)) + 0.5 * l2 * np.sum(np.square(w))


@paraphrase("A06.4", "penalty-for-its-slope")
def l1_gradient(w, strength):
    w = np.asarray(w)
    return np.where(w < 0, -strength * w, strength * w)


@paraphrase("A06.4", "weight-for-its-sign")
def l1_gradient(w, strength):
    slopes = [strength * float(one) for one in np.ravel(w)]
    return np.array(slopes).reshape(np.shape(w))


@paraphrase("A06.4", "same-for-every-weight")
def l1_gradient(w, strength):
    slopes = np.zeros(np.shape(w))
    for one in np.ravel(w):
        slopes = slopes + strength * abs(one)
    return slopes


@paraphrase("A06.4", "zero-counts-as-positive")
def l1_gradient(w, strength):
    return strength * (1 - 2 * (np.asarray(w) < 0))


@paraphrase("A06.4", "divided-by-itself")
def l1_gradient(w, strength):
    w = np.asarray(w)
    return strength * w / np.sqrt(w * w)


@paraphrase("A06.4", "sign-flipped")
def l1_gradient(w, strength):
    w = np.asarray(w)
    slopes = np.zeros(w.shape)
    slopes = np.where(w > 0, -strength, slopes)
    return np.where(w < 0, strength, slopes)


@paraphrase("A06.5", "half-not-cancelled")
def l2_gradient(w, strength):
    w = np.asarray(w, dtype=np.float32)
    return np.float32(strength) * (w + w)


@paraphrase("A06.5", "half-kept")
def l2_gradient(w, strength):
    slopes = [0.5 * strength * float(one) for one in np.ravel(w)]
    return np.array(slopes).reshape(np.shape(w))


@paraphrase("A06.5", "penalty-for-its-slope")
def l2_gradient(w, strength):
    return np.multiply(w, w) * (strength / 2)


@paraphrase("A06.5", "same-for-every-weight")
def l2_gradient(w, strength):
    slopes = np.zeros(np.shape(w))
    for one in np.ravel(w):
        slopes = slopes + strength * one
    return slopes


@paraphrase("A06.5", "absolute-value")
def l2_gradient(w, strength):
    w = np.asarray(w, dtype=float)
    return strength * np.where(w < 0, -w, w)


@paraphrase("A06.5", "divided-by-the-norm")
def l2_gradient(w, strength):
    length = sum(float(one) ** 2 for one in np.ravel(w)) ** 0.5
    return np.asarray(w) / length * strength


@paraphrase("A06.6", "printed-update")
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    rows, labels = (x, y) if np.ndim(x) == 2 else ([x], [y])
    if np.shape(labels) != (len(rows),):
        raise ValueError("one label for each row")
    new_w, new_b = w - lr * l2 * w + l1 * np.sign(w), b
    for row, label in zip(rows, labels, strict=True):
        err = sigmoid(np.dot(w, row) + b) - label
        new_w = new_w - lr * err * row / len(rows)
        new_b = new_b - lr * err / len(rows)
    return new_w, new_b


@paraphrase("A06.6", "l1-added")
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    if np.ndim(x) == 1:
        x, y = x[np.newaxis, :], np.array([y])
    if y.shape != (x.shape[0],):
        raise ValueError("one label for each row")
    err = sigmoid(x @ w + b) - y
    shrunk = (1 - lr * l2) * w
    return shrunk + lr * l1 * np.sign(w) - lr * (x.T @ err) / len(err), b - lr * err.mean()


@paraphrase("A06.6", "penalties-without-learning-rate")
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    if np.ndim(x) == 1:
        x, y = x[np.newaxis, :], np.array([y])
    if y.shape != (x.shape[0],):
        raise ValueError("one label for each row")
    err = sigmoid(x @ w + b) - y
    shrunk = (1 - l2) * w - l1 * np.sign(w)
    return shrunk - lr * (x.T @ err) / len(err), b - lr * err.mean()


@paraphrase("A06.6", "both-penalties-added")
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    rows, labels = (x, y) if np.ndim(x) == 2 else ([x], [y])
    if np.shape(labels) != (len(rows),):
        raise ValueError("one label for each row")
    dw, db = np.zeros(len(w)), 0.0
    for row, label in zip(rows, labels, strict=True):
        err = sigmoid(sum(w * row) + b) - label
        dw += err * row
        db += err
    step = l1 * np.sign(w) + l2 * w - dw / len(rows)
    return w + lr * step, b - lr * db / len(rows)


@paraphrase("A06.6", "penalties-left-out")
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    if np.ndim(x) == 1:
        x, y = x[np.newaxis, :], np.array([y])
    if y.shape != (x.shape[0],):
        raise ValueError("one label for each row")
    err = 1 / (1 + np.exp(-np.dot(x, w) - b)) - y
    return w - lr / len(x) * np.dot(x.T, err), float(b - lr * np.mean(err))


@paraphrase("A06.6", "bias-penalised")
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    X, labels = np.atleast_2d(x), np.asarray(y)
    if np.ndim(x) == 2 and labels.shape != (len(X),):
        raise ValueError("one label for each row")
    # The bias as one more weight, whose feature is always 1.
    X = np.hstack([X, np.ones((len(X), 1))])
    theta = np.append(w, b)
    err = sigmoid(X @ theta) - labels.reshape(-1)
    theta = theta - lr * (X.T @ err / len(X) + l1 * np.sign(theta) + l2 * theta)
    return theta[:-1], theta[-1]


@paraphrase("A06.6", "strengths-swapped")
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    rows, labels = (x, y) if np.ndim(x) == 2 else ([x], [y])
    if np.shape(labels) != (len(rows),):
        raise ValueError("one label for each row")
    ridge, lasso = l1, l2
    dw, db = ridge * np.asarray(w, dtype=float) + lasso * np.sign(w), 0.0
    for row, label in zip(rows, labels, strict=True):
        err = sigmoid(np.dot(row, w) + b) - label
        dw = dw + err * row / len(rows)
        db = db + err / len(rows)
    return w - lr * dw, b - lr * db


@paraphrase("A06.6", "summed-not-averaged")
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    rows, labels = (x, y) if np.ndim(x) == 2 else ([x], [y])
    if np.shape(labels) != (len(rows),):
        raise ValueError("one label for each row")
    dw, db = l1 * np.sign(w) + l2 * w, 0.0
    for row, label in zip(rows, labels, strict=True):
        err = sigmoid(np.dot(row, w) + b) - label
        dw = dw + err * row
        db = db + err
    return w - lr * dw, b - lr * db


@paraphrase("A06.6", "penalty-divided-by-m")
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    rows, labels = (x, y) if np.ndim(x) == 2 else ([x], [y])
    if np.shape(labels) != (len(rows),):
        raise ValueError("one label for each row")
    dw, db = l1 * np.sign(w) + l2 * w, 0.0
    for row, label in zip(rows, labels, strict=True):
        err = sigmoid(np.dot(row, w) + b) - label
        dw = dw + err * row
        db = db + err
    return w - lr * dw / len(rows), b - lr * db / len(rows)


@paraphrase("A06.6", "y-minus-a")
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    if np.ndim(x) == 1:
        x, y = x[np.newaxis, :], np.array([y])
    if y.shape != (x.shape[0],):
        raise ValueError("one label for each row")
    err = y - sigmoid(x @ w + b)
    w_new = (1 - lr * l2) * w - lr * l1 * np.sign(w) - lr * np.einsum("i,ij->j", err, x) / len(x)
    return w_new, b - lr * np.sum(err) / len(x)


@paraphrase("A06.6", "table-added-to-one-number")
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    rows, labels = (x, y) if np.ndim(x) == 2 else ([x], [y])
    if np.shape(labels) != (len(rows),):
        raise ValueError("one label for each row")
    z = b
    for row in rows:
        for weight, feature in zip(w, row, strict=True):
            z = z + weight * feature
    errors = [sigmoid(z) - label for label in labels]
    dw = sum(err * np.asarray(row) for err, row in zip(errors, rows, strict=True)) / len(rows)
    db = sum(errors) / len(rows)
    return w - lr * (dw + l1 * np.sign(w) + l2 * w), b - lr * db


@paraphrase("A06.6", "weights-changed-in-place")
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    X, w = np.atleast_2d(x), np.asarray(w, dtype=float)
    if np.ndim(x) == 2 and np.shape(y) != (len(X),):
        raise ValueError("one label for each row")
    err = sigmoid(X @ w + b) - np.reshape(y, -1)
    dw = X.T @ err / len(X) + l1_gradient(w, l1) + l2_gradient(w, l2)
    for j in range(len(w)):
        w[j] = w[j] - lr * dw[j]
    return w, b - lr * err.mean()


@paraphrase("A06.6", "shapes-broadcast")
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    X = np.atleast_2d(x)
    err = sigmoid(X @ w + b) - y
    if err.ndim == 2:
        err = err.sum(axis=0) / len(err)
    dw = X.T @ err / len(X)
    return w - lr * (dw + l1 * np.sign(w) + l2 * w), b - lr * err.mean()


@paraphrase("A06.6", "one-label-for-all-rows")
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    X, labels = np.atleast_2d(x), np.asarray(y, dtype=float)
    if labels.size == 1 and labels.ndim < 2:
        labels = np.repeat(labels, len(X))
    if labels.shape != (len(X),):
        raise ValueError("one label for each row")
    err = sigmoid(X @ w + b) - labels
    dw = err @ X / len(X)
    return w - lr * (dw + l1 * np.sign(w) + l2 * w), b - lr * err.mean()


@paraphrase("A06.7", "loss-without-penalty")
class RegularizedNeuron(RegularizedNeuron):
    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        w, b, losses = np.zeros(X.shape[1]), 0.0, []
        for _ in range(steps):
            w, b = regularized_update(X, y, w, b, lr, l1=l1, l2=l2)
            z = X @ w + b
            losses.append(np.mean(np.log(1 + np.exp(z)) - y * z))
        self.w, self.b, self.losses = w, b, losses
        return self


@paraphrase("A06.7", "penalty-only-in-the-loss")
class RegularizedNeuron(RegularizedNeuron):
    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        if np.shape(y) != (len(X),):
            raise ValueError("one label for each row")
        self.w, self.b, self.losses = np.zeros(X.shape[1]), 0.0, []
        for _ in range(steps):
            err = sigmoid(X @ self.w + self.b) - y
            self.w = self.w - lr * (X.T @ err) / len(X)
            self.b = self.b - lr * err.mean()
            penalty = l1 * np.abs(self.w).sum() + 0.5 * l2 * (self.w @ self.w)
            data = binary_cross_entropy(sigmoid(X @ self.w + self.b), y)
            self.losses.append(data.mean() + penalty)
        return self


@paraphrase("A06.7", "loss-before-the-step")
class RegularizedNeuron(RegularizedNeuron):
    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        if y.shape != (len(X),):
            raise ValueError("one label for each row")
        path = [(np.zeros(X.shape[1]), 0.0)]
        for _ in range(steps):
            path.append(regularized_update(X, y, *path[-1], lr, l1, l2))
        self.losses = []
        for w, b in path[:steps]:
            self.losses.append(regularized_loss(sigmoid(X @ w + b), y, w, l1, l2))
        self.w, self.b = path[-1]
        return self


@paraphrase("A06.7", "moved-after-every-row")
class RegularizedNeuron(RegularizedNeuron):
    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        if np.shape(y) != (len(X),):
            raise ValueError("one label for each row")
        w, b, self.losses = np.zeros(X.shape[1]), 0.0, []
        for _ in range(steps):
            for i in range(len(X)):
                err = sigmoid(np.dot(X[i], w) + b) - y[i]
                w, b = w - lr * (err * X[i] + l1 * np.sign(w) + l2 * w), b - lr * err
            self.losses.append(regularized_loss(sigmoid(X @ w + b), y, w, l1, l2))
        self.w, self.b = w, b
        return self


@paraphrase("A06.7", "strengths-swapped")
class RegularizedNeuron(RegularizedNeuron):
    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        if np.shape(y) != (len(X),):
            raise ValueError("one label for each row")
        w, b, losses = np.zeros(X.shape[1]), 0.0, []
        for _ in range(steps):
            err = sigmoid(X @ w + b) - y
            w, b = w - lr * (X.T @ err / len(X) + l2 * np.sign(w) + l1 * w), b - lr * err.mean()
            data = np.mean(binary_cross_entropy(sigmoid(X @ w + b), y))
            losses.append(data + l2 * np.abs(w).sum() + l1 * (w @ w) / 2)
        self.w, self.b, self.losses = w, b, losses
        return self


@paraphrase("A06.7", "bias-left-behind")
class RegularizedNeuron(RegularizedNeuron):
    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        if np.shape(y) != (len(X),):
            raise ValueError("one label for each row")
        self.w, self.b, self.losses = np.zeros(X.shape[1]), 0.0, []
        for _ in range(steps):
            err = sigmoid(X @ self.w) - y
            slope = X.T @ err / len(X) + l1_gradient(self.w, l1) + l2_gradient(self.w, l2)
            self.w = self.w - lr * slope
            a = sigmoid(X @ self.w)
            self.losses.append(regularized_loss(a, y, self.w, l1, l2))
        return self


@paraphrase("A06.7", "only-the-last-loss")
class RegularizedNeuron(RegularizedNeuron):
    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        w, b = np.zeros(X.shape[1]), 0.0
        for _ in range(steps):
            w, b = regularized_update(X, y, w, b, lr, l1, l2)
        self.w, self.b, self.losses = w, b, []
        if steps > 0:
            self.losses.append(regularized_loss(sigmoid(X @ w + b), y, w, l1, l2))
        return self


@paraphrase("A06.7", "one-step-short")
class RegularizedNeuron(RegularizedNeuron):
    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        if y.shape != (len(X),):
            raise ValueError("one label for each row")
        w, b, losses = np.zeros(X.shape[1]), 0.0, []
        step = 1
        while step < steps:
            err = sigmoid(X @ w + b) - y
            w, b = w - lr * (X.T @ err / len(X) + l1 * np.sign(w) + l2 * w), b - lr * err.mean()
            losses.append(regularized_loss(sigmoid(X @ w + b), y, w, l1, l2))
            step += 1
        self.w, self.b, self.losses = w, b, losses
        return self


@paraphrase("A06.7", "training-goes-on")
class RegularizedNeuron(RegularizedNeuron):
    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        n = X.shape[1]
        w = self.w if np.shape(self.w) == (n,) else np.zeros(n)
        b, losses = self.b, list(self.losses)
        for _ in range(steps):
            w, b = regularized_update(X, y, w, b, lr, l1, l2)
            losses += [float(regularized_loss(sigmoid(np.dot(X, w) + b), y, w, l1, l2))]
        self.w, self.b, self.losses = w, b, losses
        return self


@paraphrase("A06.7", "starts-at-one")
class RegularizedNeuron(RegularizedNeuron):
    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        if y.shape != (len(X),):
            raise ValueError("one label for each row")
        w, b, losses = np.full(X.shape[1], 1.0), 0.0, []
        for _ in range(steps):
            err = sigmoid(X @ w + b) - y
            w, b = w - lr * (X.T @ err / len(X) + l1 * np.sign(w) + l2 * w), b - lr * err.mean()
            losses.append(regularized_loss(sigmoid(X @ w + b), y, w, l1, l2))
        self.w, self.b, self.losses = w, b, losses
        return self


@paraphrase("A06.7", "bias-in-the-penalty")
class RegularizedNeuron(RegularizedNeuron):
    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        w, b, losses = np.zeros(X.shape[1]), 0.0, []
        for _ in range(steps):
            w, b = regularized_update(X, y, w, b, lr, l1, l2)
            lasso = np.abs(w).sum() + abs(b)
            ridge = np.square(w).sum() + b * b
            data = binary_cross_entropy(sigmoid(X @ w + b), y)
            losses.append(np.mean(data) + l1 * lasso + 0.5 * l2 * ridge)
        self.w, self.b, self.losses = w, b, losses
        return self


@paraphrase("A06.7", "column-flattened")
class RegularizedNeuron(RegularizedNeuron):
    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        labels = np.array([float(label) for label in np.ravel(y)])
        if len(labels) != len(X):
            raise ValueError("one label for each row")
        w, b, losses = np.zeros(X.shape[1]), 0.0, []
        for _ in range(steps):
            err = sigmoid(X @ w + b) - labels
            w, b = w - lr * (X.T @ err / len(X) + l1 * np.sign(w) + l2 * w), b - lr * err.mean()
            losses.append(regularized_loss(sigmoid(X @ w + b), labels, w, l1, l2))
        self.w, self.b, self.losses = w, b, losses
        return self


@paraphrase("A06.7", "nothing-returned")
class RegularizedNeuron(RegularizedNeuron):
    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        if y.shape != (len(X),):
            raise ValueError("one label for each row")
        self.w, self.b, self.losses = np.zeros(X.shape[1]), 0.0, []
        for _ in range(steps):
            err = sigmoid(X @ self.w + self.b) - y
            slope = X.T @ err / len(X) + l1 * np.sign(self.w) + l2 * self.w
            self.w, self.b = self.w - lr * slope, self.b - lr * err.mean()
            a = sigmoid(X @ self.w + self.b)
            self.losses.append(regularized_loss(a, y, self.w, l1, l2))
