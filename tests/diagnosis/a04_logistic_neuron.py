"""The misconceptions of A04 written anew in another style: the diagnosis is measured on them."""

import numpy as np
from a04_logistic_neuron import *
from paraphrases import paraphrase

# ---- A04.1 linear_gradient


@paraphrase("A04.1", "summed-not-averaged")
def linear_gradient(X, y, w, b):
    if np.shape(y) != (len(X),):
        raise ValueError("one target for each row")
    dw, db = 0, 0
    for x, target in zip(X, y, strict=True):
        error = np.dot(x, w) + b - target
        dw = dw + error * x
        db = db + error
    return dw, db


@paraphrase("A04.1", "divided-by-features")
def linear_gradient(X, y, w, b):
    m, n = np.shape(X)
    if np.shape(y) != (m,):
        raise ValueError("one target for each row")
    dw, db = np.zeros(n), 0.0
    for i in range(m):
        error = (sum(w[j] * X[i, j] for j in range(n)) + b - y[i]) / n
        for j in range(n):
            dw[j] += error * X[i, j]
        db += error
    return dw, db


@paraphrase("A04.1", "error-sign-flipped")
def linear_gradient(X, y, w, b):
    if len(np.shape(y)) != 1 or len(y) != len(X):
        raise ValueError("one target for each row")
    missing = np.float32(y) - np.einsum("mn,n->m", np.float32(X), np.float32(w)) - np.float32(b)
    return np.mean(missing[:, None] * np.float32(X), axis=0), missing.mean()


@paraphrase("A04.1", "half-forgotten")
def linear_gradient(X, y, w, b):
    if len(np.shape(y)) != 1 or len(y) != len(X):
        raise ValueError("one target for each row")
    slopes = []
    for x, target in zip(X, y, strict=True):
        by_prediction = 2 * (np.dot(x, w) + b - target)
        slopes.append([*(by_prediction * x), by_prediction])
    means = np.mean(slopes, axis=0)
    return means[:-1], means[-1]


@paraphrase("A04.1", "sigmoid-in-the-linear-model")
def linear_gradient(X, y, w, b):
    if np.shape(y) != (len(X),):
        raise ValueError("one target for each row")
    dw, db = np.zeros(len(w)), 0.0
    for x, target in zip(X, y, strict=True):
        error = 1 / (1 + np.exp(-(np.dot(x, w) + b))) - target
        dw += error * x / len(X)
        db += error / len(X)
    return dw, db


@paraphrase("A04.1", "one-slope-for-all-weights")
def linear_gradient(X, y, w, b):
    if np.shape(y) != (len(X),):
        raise ValueError("one target for each row")
    slope, db = 0.0, 0.0
    for x, target in zip(X, y, strict=True):
        error = np.dot(x, w) + b - target
        for x_j in x:
            slope += error * x_j / len(X)
        db += error / len(X)
    return np.array([slope for _ in w]), db


@paraphrase("A04.1", "bias-left-out")
def linear_gradient(X, y, w, b):
    if np.shape(y) != (len(X),):
        raise ValueError("one target for each row")
    errors = [sum(w_j * x_j for w_j, x_j in zip(w, x, strict=True)) for x in X] - np.asarray(y)
    dw = [np.mean(errors * X[:, j]) for j in range(len(w))]
    return np.array(dw), np.mean(errors)


@paraphrase("A04.1", "shapes-broadcast")
def linear_gradient(X, y, w, b):
    errors = np.array([np.dot(x, w) + b for x in X]) - y
    return np.array([np.mean(errors * X[:, j]) for j in range(len(w))]), np.mean(errors)


# ---- A04.2 forpass


@paraphrase("A04.2", "bias-forgotten")
class LogisticNeuron(LogisticNeuron):
    def forpass(self, x):
        if np.ndim(x) != 1 or len(x) != len(self.w):
            raise ValueError("one row of features, please")
        z = 0.0
        for w_j, x_j in zip(self.w, x, strict=True):
            z += w_j * x_j
        return z


@paraphrase("A04.2", "bias-once-per-feature")
class LogisticNeuron(LogisticNeuron):
    def forpass(self, x):
        if np.ndim(x) != 1 or len(x) != len(self.w):
            raise ValueError("one row of features, please")
        z = 0.0
        for w_j, x_j in zip(self.w, x, strict=True):
            z += w_j * x_j + self.b
        return z


@paraphrase("A04.2", "activation-for-sum")
class LogisticNeuron(LogisticNeuron):
    def forpass(self, x):
        if np.ndim(x) != 1 or len(x) != len(self.w):
            raise ValueError("one row of features, please")
        return 0.5 * (1 + np.tanh((np.dot(self.w, x) + self.b) / 2))


@paraphrase("A04.2", "products-not-summed")
class LogisticNeuron(LogisticNeuron):
    def forpass(self, x):
        if np.ndim(x) != 1 or len(x) != len(self.w):
            raise ValueError("one row of features, please")
        return np.array([self.b + x[j] * self.w[j] for j in range(len(x))])


@paraphrase("A04.2", "table-summed-to-one-number")
class LogisticNeuron(LogisticNeuron):
    def forpass(self, x):
        z = self.b
        for product in np.ravel(np.multiply(x, self.w)):
            z = z + product
        return z


@paraphrase("A04.2", "only-two-dimensions-counted")
class LogisticNeuron(LogisticNeuron):
    def forpass(self, x):
        x = np.asarray(x)
        if x.shape[-1:] == self.w.shape:
            return self.b + np.sum(np.dot(x, self.w))
        raise ValueError("the number of features differs")


# ---- A04.3 backprop


@paraphrase("A04.3", "input-forgotten")
class LogisticNeuron(LogisticNeuron):
    def backprop(self, x, err):
        return np.array([float(err) for _ in x]), err


@paraphrase("A04.3", "bias-multiplied-by-input")
class LogisticNeuron(LogisticNeuron):
    def backprop(self, x, err):
        dw, db = np.zeros(len(x)), 0.0
        for j, x_j in enumerate(x):
            dw[j] = x_j * err
            db += x_j * err
        return dw, db


@paraphrase("A04.3", "sign-flipped")
class LogisticNeuron(LogisticNeuron):
    def backprop(self, x, err):
        y_minus_a = 0.0 - err
        return np.array([x_j * y_minus_a for x_j in x]), y_minus_a


@paraphrase("A04.3", "sigmoid-slope-once-more")
class LogisticNeuron(LogisticNeuron):
    def backprop(self, x, err):
        e = np.exp(-(np.dot(self.w, x) + self.b))
        by_sum = err * e / (1 + e) ** 2
        return np.array([by_sum * x_j for x_j in x]), by_sum


@paraphrase("A04.3", "weights-for-input")
class LogisticNeuron(LogisticNeuron):
    def backprop(self, x, err):
        dw = []
        for w_j in self.w:
            dw.append(w_j * err)
        return np.array(dw), err


@paraphrase("A04.3", "updates-inside")
class LogisticNeuron(LogisticNeuron):
    def backprop(self, x, err):
        dw, db = np.array([err * x_j for x_j in x]), float(err)
        rate = 0.1
        self.w = np.array([w_j - rate * d for w_j, d in zip(self.w, dw, strict=True)])
        self.b -= rate * db
        return dw, db


# ---- A04.4 fit


@paraphrase("A04.4", "uphill")
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        labels = np.asarray(y, dtype=float).flatten()
        if len(labels) != len(X):
            raise ValueError("one label for each row")
        rows = np.arange(len(X)) if order is None else np.asarray(order)
        w, b, self.losses = np.zeros(len(X[0])), 0.0, []
        for _ in range(epochs):
            costs = []
            for x, label in zip(np.asarray(X)[rows], labels[rows], strict=True):
                a = 1 / (1 + np.exp(-(np.dot(w, x) + b)))
                costs.append(binary_cross_entropy(a, label))
                err = label - a
                w, b = w - lr * err * x, b - lr * err
            self.losses.append(np.mean(costs))
        self.w, self.b = w, b
        return self


@paraphrase("A04.4", "sigmoid-forgotten")
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        labels = np.asarray(y, dtype=float).flatten()
        if len(labels) != len(X):
            raise ValueError("one label for each row")
        rows = np.arange(len(X)) if order is None else np.asarray(order)
        w, b, self.losses = np.zeros(len(X[0])), 0.0, []
        for _ in range(epochs):
            costs = []
            for x, label in zip(np.asarray(X)[rows], labels[rows], strict=True):
                output = np.dot(w, x) + b
                costs.append(binary_cross_entropy(sigmoid(output), label))
                for j in range(len(w)):
                    w[j] -= lr * (output - label) * x[j]
                b -= lr * (output - label)
            self.losses.append(np.mean(costs))
        self.w, self.b = w, b
        return self


@paraphrase("A04.4", "sigmoid-slope-once-more")
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        labels = np.asarray(y, dtype=float).flatten()
        if len(labels) != len(X):
            raise ValueError("one label for each row")
        rows = np.arange(len(X)) if order is None else np.asarray(order)
        w, b, self.losses = np.zeros(len(X[0])), 0.0, []
        for _ in range(epochs):
            costs = []
            for i in rows:
                z = np.dot(w, X[i]) + b
                a = 0.5 * (1 + np.tanh(z / 2))
                costs.append(binary_cross_entropy(a, labels[i]))
                by_sum = (a - labels[i]) * (a - a**2)
                w, b = w - lr * by_sum * X[i], b - lr * by_sum
            self.losses.append(np.mean(costs))
        self.w, self.b = w, b
        return self


@paraphrase("A04.4", "one-update-per-epoch")
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        labels = np.asarray(y, dtype=float).flatten()
        m = len(X)
        if len(labels) != m:
            raise ValueError("one label for each row")
        self.w, self.b, self.losses = np.zeros(len(X[0])), 0.0, []
        for _ in range(epochs):
            dw, db, cost = 0.0, 0.0, 0.0
            for x, label in zip(X, labels, strict=True):
                a = sigmoid(np.dot(self.w, x) + self.b)
                cost += binary_cross_entropy(a, label) / m
                dw = dw + (a - label) * x / m
                db = db + (a - label) / m
            self.losses.append(cost)
            self.w, self.b = self.w - lr * dw, self.b - lr * db
        return self


@paraphrase("A04.4", "order-ignored")
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        labels = np.asarray(y, dtype=float).flatten()
        if len(labels) != len(X):
            raise ValueError("one label for each row")
        w, b, self.losses = np.zeros(len(X[0])), 0.0, []
        for _ in range(epochs):
            costs = []
            i = 0
            while i < len(X):
                a = sigmoid(np.dot(w, X[i]) + b)
                costs.append(binary_cross_entropy(a, labels[i]))
                err = a - labels[i]
                w, b = w - lr * err * X[i], b - lr * err
                i += 1
            self.losses.append(np.mean(costs))
        self.w, self.b = w, b
        return self


@paraphrase("A04.4", "order-for-rows-only")
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        labels = np.asarray(y, dtype=float).flatten()
        if len(labels) != len(X):
            raise ValueError("one label for each row")
        rows = range(len(X)) if order is None else order
        w, b, self.losses = np.zeros(len(X[0])), 0.0, []
        for _ in range(epochs):
            costs = []
            for k, i in enumerate(rows):
                a = sigmoid(np.dot(w, X[i]) + b)
                costs.append(binary_cross_entropy(a, labels[k]))
                err = a - labels[k]
                w, b = w - lr * err * X[i], b - lr * err
            self.losses.append(np.mean(costs))
        self.w, self.b = w, b
        return self


@paraphrase("A04.4", "loss-after-the-update")
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        labels = np.asarray(y, dtype=float).flatten()
        if len(labels) != len(X):
            raise ValueError("one label for each row")
        rows = np.arange(len(X)) if order is None else np.asarray(order)
        w, b, self.losses = np.zeros(len(X[0])), 0.0, []
        for _ in range(epochs):
            costs = []
            for x, label in zip(np.asarray(X)[rows], labels[rows], strict=True):
                err = 1 / (1 + np.exp(-(np.dot(w, x) + b))) - label
                w, b = w - lr * err * x, b - lr * err
                a = 1 / (1 + np.exp(-(np.dot(w, x) + b)))
                costs.append(binary_cross_entropy(a, label))
            self.losses.append(np.mean(costs))
        self.w, self.b = w, b
        return self


@paraphrase("A04.4", "loss-after-the-epoch")
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        labels = np.asarray(y, dtype=float).flatten()
        if len(labels) != len(X):
            raise ValueError("one label for each row")
        rows = np.arange(len(X)) if order is None else np.asarray(order)
        w, b, self.losses = np.zeros(len(X[0])), 0.0, []
        for _ in range(epochs):
            for x, label in zip(np.asarray(X)[rows], labels[rows], strict=True):
                err = 1 / (1 + np.exp(-(np.dot(w, x) + b))) - label
                w, b = w - lr * err * x, b - lr * err
            cost = 0.0
            for x, label in zip(X, labels, strict=True):
                cost += binary_cross_entropy(sigmoid(np.dot(w, x) + b), label)
            self.losses.append(cost / len(X))
        self.w, self.b = w, b
        return self


@paraphrase("A04.4", "loss-summed")
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        labels = np.asarray(y, dtype=float).flatten()
        if len(labels) != len(X):
            raise ValueError("one label for each row")
        rows = np.arange(len(X)) if order is None else np.asarray(order)
        w, b, self.losses = np.zeros(len(X[0])), 0.0, []
        for _ in range(epochs):
            answers = []
            for x, label in zip(np.asarray(X)[rows], labels[rows], strict=True):
                answers.append(sigmoid(np.dot(w, x) + b))
                err = answers[-1] - label
                w, b = w - lr * err * x, b - lr * err
            self.losses.append(np.sum(binary_cross_entropy(np.array(answers), labels[rows])))
        self.w, self.b = w, b
        return self


@paraphrase("A04.4", "loss-carried-over")
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        labels = np.asarray(y, dtype=float).flatten()
        if len(labels) != len(X):
            raise ValueError("one label for each row")
        rows = np.arange(len(X)) if order is None else np.asarray(order)
        w, b, self.losses, costs = np.zeros(len(X[0])), 0.0, [], []
        for _ in range(epochs):
            for x, label in zip(np.asarray(X)[rows], labels[rows], strict=True):
                a = sigmoid(np.dot(w, x) + b)
                costs.append(binary_cross_entropy(a, label))
                w, b = w - lr * (a - label) * x, b - lr * (a - label)
            self.losses.append(sum(costs) / len(X))
        self.w, self.b = w, b
        return self


@paraphrase("A04.4", "loss-not-guarded")
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        labels = np.asarray(y, dtype=float).flatten()
        if len(labels) != len(X):
            raise ValueError("one label for each row")
        rows = np.arange(len(X)) if order is None else np.asarray(order)
        w, b, self.losses = np.zeros(len(X[0])), 0.0, []
        for _ in range(epochs):
            answers = []
            for x, label in zip(np.asarray(X)[rows], labels[rows], strict=True):
                answers.append(sigmoid(np.dot(w, x) + b))
                err = answers[-1] - label
                w, b = w - lr * err * x, b - lr * err
            a, t = np.array(answers), labels[rows]
            self.losses.append(np.mean(-t * np.log(a) - (1 - t) * np.log(1 - a)))
        self.w, self.b = w, b
        return self


@paraphrase("A04.4", "labels-not-flattened")
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        labels = np.asarray(y, dtype=float)
        if labels.size != len(X):
            raise ValueError("one label for each row")
        rows = np.arange(len(X)) if order is None else np.asarray(order)
        w, b, self.losses = np.zeros(len(X[0])), 0.0, []
        for _ in range(epochs):
            cost = 0.0
            for x, label in zip(np.asarray(X)[rows], labels[rows], strict=True):
                a = 1 / (1 + np.exp(-(np.dot(w, x) + b)))
                err = a - label
                right = label * a + (1 - label) * (1 - a)
                cost = cost - np.log(np.maximum(right, 1e-12)) / len(X)
                w, b = w - lr * err * x, b - lr * err
            self.losses.append(cost)
        self.w, self.b = w, b
        return self


@paraphrase("A04.4", "column-of-labels-refused")
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        labels = np.asarray(y, dtype=float)
        if labels.ndim > 1 or len(labels) != len(X):
            raise ValueError("labels should be flat, one for each row")
        rows = np.arange(len(X)) if order is None else np.asarray(order)
        w, b, self.losses = np.zeros(len(X[0])), 0.0, []
        for _ in range(epochs):
            costs = []
            for x, label in zip(np.asarray(X)[rows], labels[rows], strict=True):
                a = sigmoid(np.dot(w, x) + b)
                costs.append(binary_cross_entropy(a, label))
                w, b = w - lr * (a - label) * x, b - lr * (a - label)
            self.losses.append(np.mean(costs))
        self.w, self.b = w, b
        return self


@paraphrase("A04.4", "number-of-labels-not-checked")
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        pairs = list(zip(X, np.asarray(y, dtype=float).flatten(), strict=False))
        if order is not None:
            pairs = [pairs[i] for i in order]
        w, b, self.losses = np.zeros(len(X[0])), 0.0, []
        for _ in range(epochs):
            cost = 0.0
            for x, label in pairs:
                a = sigmoid(np.dot(w, x) + b)
                cost += binary_cross_entropy(a, label) / len(X)
                w, b = w - lr * (a - label) * x, b - lr * (a - label)
            self.losses.append(cost)
        self.w, self.b = w, b
        return self


@paraphrase("A04.4", "integer-weights")
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        X, labels = np.asarray(X), np.asarray(y, dtype=float).flatten()
        if len(labels) != len(X):
            raise ValueError("one label for each row")
        rows = np.arange(len(X)) if order is None else np.asarray(order)
        w, b, self.losses = np.zeros(X.shape[1], dtype=X.dtype), 0.0, []
        for _ in range(epochs):
            costs = []
            for x, label in zip(X[rows], labels[rows], strict=True):
                a = sigmoid(np.dot(w, x) + b)
                costs.append(binary_cross_entropy(a, label))
                for j in range(len(w)):
                    w[j] = w[j] - lr * (a - label) * x[j]
                b -= lr * (a - label)
            self.losses.append(np.mean(costs))
        self.w, self.b = w, b
        return self


@paraphrase("A04.4", "training-goes-on")
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        labels = np.asarray(y, dtype=float).flatten()
        if len(labels) != len(X):
            raise ValueError("one label for each row")
        rows = np.arange(len(X)) if order is None else np.asarray(order)
        if np.shape(self.w) != np.shape(X[0]):
            self.w = np.zeros(len(X[0]))
        w, b, losses = self.w, self.b, list(self.losses)
        for _ in range(epochs):
            costs = []
            for x, label in zip(np.asarray(X)[rows], labels[rows], strict=True):
                a = sigmoid(np.dot(w, x) + b)
                costs.append(binary_cross_entropy(a, label))
                w, b = w - lr * (a - label) * x, b - lr * (a - label)
            losses.append(np.mean(costs))
        self.w, self.b, self.losses = w, b, losses
        return self


@paraphrase("A04.4", "starts-at-one")
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        labels = np.asarray(y, dtype=float).flatten()
        if len(labels) != len(X):
            raise ValueError("one label for each row")
        rows = np.arange(len(X)) if order is None else np.asarray(order)
        w, b, self.losses = np.array([1.0 for _ in X[0]]), 0.0, []
        for _ in range(epochs):
            costs = []
            for x, label in zip(np.asarray(X)[rows], labels[rows], strict=True):
                a = sigmoid(np.dot(w, x) + b)
                costs.append(binary_cross_entropy(a, label))
                w, b = w - lr * (a - label) * x, b - lr * (a - label)
            self.losses.append(np.mean(costs))
        self.w, self.b = w, b
        return self


@paraphrase("A04.4", "updated-in-turn")
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        def error(x, label):
            return 1 / (1 + np.exp(-(np.dot(self.w, x) + self.b))) - label

        labels = np.asarray(y, dtype=float).flatten()
        if len(labels) != len(X):
            raise ValueError("one label for each row")
        rows = np.arange(len(X)) if order is None else np.asarray(order)
        self.w, self.b, self.losses = np.zeros(len(X[0])), 0.0, []
        for _ in range(epochs):
            costs = []
            for x, label in zip(np.asarray(X)[rows], labels[rows], strict=True):
                costs.append(binary_cross_entropy(error(x, label) + label, label))
                self.w = self.w - lr * error(x, label) * x
                self.b = self.b - lr * error(x, label)
            self.losses.append(np.mean(costs))
        return self


@paraphrase("A04.4", "bias-never-trained")
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        labels = np.asarray(y, dtype=float).flatten()
        if len(labels) != len(X):
            raise ValueError("one label for each row")
        rows = np.arange(len(X)) if order is None else np.asarray(order)
        w, self.losses = np.zeros(len(X[0])), []
        for _ in range(epochs):
            costs = []
            for x, label in zip(np.asarray(X)[rows], labels[rows], strict=True):
                a = sigmoid(np.dot(w, x))
                costs.append(binary_cross_entropy(a, label))
                w = w - lr * (a - label) * x
            self.losses.append(np.mean(costs))
        self.w, self.b = w, 0.0
        return self


@paraphrase("A04.4", "nothing-returned")
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        labels = np.asarray(y, dtype=float).flatten()
        if len(labels) != len(X):
            raise ValueError("one label for each row")
        rows = np.arange(len(X)) if order is None else np.asarray(order)
        w, b, self.losses = np.zeros(len(X[0])), 0.0, []
        for _ in range(epochs):
            costs = []
            for x, label in zip(np.asarray(X)[rows], labels[rows], strict=True):
                a = sigmoid(np.dot(w, x) + b)
                costs.append(binary_cross_entropy(a, label))
                w, b = w - lr * (a - label) * x, b - lr * (a - label)
            self.losses.append(np.mean(costs))
        self.w, self.b = w, b


# ---- A04.5 predict


@paraphrase("A04.5", "rounding")
class LogisticNeuron(LogisticNeuron):
    def predict(self, X, threshold=0.5):
        return np.array([round(float(sigmoid(np.dot(self.w, x) + self.b))) for x in X])


@paraphrase("A04.5", "border-excluded")
class LogisticNeuron(LogisticNeuron):
    def predict(self, X, threshold=0.5):
        classes = []
        for x in X:
            a = sigmoid(np.dot(self.w, x) + self.b)
            classes.append(0 if a <= threshold else 1)
        return np.array(classes)


@paraphrase("A04.5", "threshold-on-z")
class LogisticNeuron(LogisticNeuron):
    def predict(self, X, threshold=0.5):
        classes = np.zeros(len(X), dtype=int)
        for i, x in enumerate(X):
            if sum(w_j * x_j for w_j, x_j in zip(self.w, x, strict=True)) + self.b >= threshold:
                classes[i] = 1
        return classes


@paraphrase("A04.5", "threshold-ignored")
class LogisticNeuron(LogisticNeuron):
    def predict(self, X, threshold=0.5):
        a = np.array([sigmoid(np.dot(self.w, x) + self.b) for x in X])
        return np.where(a < 0.5, 0, 1)


@paraphrase("A04.5", "classes-swapped")
class LogisticNeuron(LogisticNeuron):
    def predict(self, X, threshold=0.5):
        return np.array([1 - int(sigmoid(np.dot(self.w, x) + self.b) >= threshold) for x in X])


@paraphrase("A04.5", "probabilities-returned")
class LogisticNeuron(LogisticNeuron):
    def predict(self, X, threshold=0.5):
        return np.array([0.5 + np.tanh((np.dot(self.w, x) + self.b) / 2) / 2 for x in X])


@paraphrase("A04.5", "bias-forgotten")
class LogisticNeuron(LogisticNeuron):
    def predict(self, X, threshold=0.5):
        classes = np.ones(len(X), dtype=int)
        for i, x in enumerate(X):
            if sigmoid(sum(w_j * x_j for w_j, x_j in zip(self.w, x, strict=True))) < threshold:
                classes[i] = 0
        return classes


@paraphrase("A04.5", "floats-for-classes")
class LogisticNeuron(LogisticNeuron):
    def predict(self, X, threshold=0.5):
        classes = np.zeros(len(X))
        for i, x in enumerate(X):
            classes[i] = sigmoid(np.dot(self.w, x) + self.b) >= threshold
        return classes


# ---- A04.6 decision_boundary


@paraphrase("A04.6", "sign-forgotten")
def decision_boundary(x1, w, b):
    first, second = w
    if not second:
        raise ValueError("the boundary is upright")
    return np.multiply(x1, first / second) + b / second


@paraphrase("A04.6", "bias-kept-its-sign")
def decision_boundary(x1, w, b):
    first, second = w
    if not second:
        raise ValueError("the boundary is upright")
    return b / second - np.multiply(x1, first / second)


@paraphrase("A04.6", "weights-swapped")
def decision_boundary(x1, w, b):
    second, first = w
    if not first:
        raise ValueError("the boundary is upright")
    return -np.multiply(x1, first / second) - b / second


@paraphrase("A04.6", "border-at-one-half")
def decision_boundary(x1, w, b):
    first, second = w
    if second == 0:
        raise ValueError("the boundary is upright")
    at_origin = (0.5 - b) / second
    return at_origin - np.multiply(x1, first / second)


@paraphrase("A04.6", "bias-left-out")
def decision_boundary(x1, w, b):
    first, second = w
    if second == 0:
        raise ValueError("the boundary is upright")
    steepness = -first / second
    return np.multiply(x1, steepness)


@paraphrase("A04.6", "upright-boundary-divides-by-zero")
def decision_boundary(x1, w, b):
    first, second = np.float64(w[0]), np.float64(w[1])
    return (-b - np.multiply(x1, first)) / second
