"""The misconceptions of A09 written anew in another style: the diagnosis is measured on them."""

import numpy as np
from a09_minibatch_softmax import *
from paraphrases import paraphrase


@paraphrase("A09.1", "last-batch-dropped")
def minibatches(m, batch_size, rng=None):
    rows = list(range(m))
    if rng is not None:
        rng.shuffle(rows)
    batches, batch = [], []
    for row in rows:
        batch.append(row)
        if len(batch) == batch_size:
            batches.append(np.array(batch))
            batch = []
    return batches


@paraphrase("A09.1", "size-taken-for-count")
def minibatches(m, batch_size, rng=None):
    rows = np.arange(m)
    if rng is not None:
        rng.shuffle(rows)
    count = min(batch_size, m)
    size, extra = divmod(m, count)
    batches, start = [], 0
    for i in range(count):
        stop = start + size + (1 if i < extra else 0)
        batches.append(rows[start:stop])
        start = stop
    return batches


@paraphrase("A09.1", "sizes-evened-out")
def minibatches(m, batch_size, rng=None):
    rows = np.arange(m) if rng is None else rng.choice(m, m, replace=False)
    count = int(np.ceil(m / batch_size))
    sizes = [m // count + (i < m % count) for i in range(count)]
    return np.split(rows, np.cumsum(sizes)[:-1])


@paraphrase("A09.1", "last-batch-filled-up")
def minibatches(m, batch_size, rng=None):
    rows = np.arange(m)
    if rng is not None:
        rows = rng.permutation(rows)
    count = int(np.ceil(m / batch_size))
    return list(np.resize(rows, (count, batch_size)))


@paraphrase("A09.1", "drawn-with-replacement")
def minibatches(m, batch_size, rng=None):
    batches, done = [], 0
    while done < m:
        size = min(batch_size, m - done)
        if rng is None:
            batches.append(np.arange(done, done + size))
        else:
            batches.append(rng.choice(m, size))
        done += size
    return batches


@paraphrase("A09.1", "only-the-batches-shuffled")
def minibatches(m, batch_size, rng=None):
    starts = np.arange(0, m, batch_size)
    if rng is not None:
        rng.shuffle(starts[:-1])
    return [np.arange(start, min(start + batch_size, m)) for start in starts]


@paraphrase("A09.1", "seeds-itself")
def minibatches(m, batch_size, rng=None):
    rows = np.arange(m)
    if rng is not None:
        rng = np.random.default_rng(42)
        rng.shuffle(rows)
    return np.split(rows, list(range(batch_size, m, batch_size)))


@paraphrase("A09.1", "never-shuffled")
def minibatches(m, batch_size, rng=None):
    rows = np.arange(m)
    if rng is not None:
        rng.permutation(rows)
    batches = []
    while len(rows) > 0:
        batches.append(rows[:batch_size])
        rows = rows[batch_size:]
    return batches


@paraphrase("A09.2", "sign-flipped")
def inverse_sigmoid(a):
    if np.min(a) <= 0 or np.max(a) >= 1:
        raise ValueError("a must lie between 0 and 1")
    return np.log1p(-np.asarray(a)) - np.log(a)


@paraphrase("A09.2", "one-over-sigmoid")
def inverse_sigmoid(a):
    if not np.all((np.asarray(a) > 0) & (np.asarray(a) < 1)):
        raise ValueError("a must lie between 0 and 1")
    return 1 / sigmoid(a)


@paraphrase("A09.2", "base-ten")
def inverse_sigmoid(a):
    a = np.asarray(a, dtype=np.float32)
    if (a <= 0).any() or (a >= 1).any():
        raise ValueError("a must lie between 0 and 1")
    return np.log10(a) - np.log10(1 - a)


@paraphrase("A09.2", "rounded-to-two-digits")
def inverse_sigmoid(a):
    values = []
    for p in np.ravel(a):
        if p <= 0 or p >= 1:
            raise ValueError("a must lie between 0 and 1")
        values.append(round(float(np.log(p / (1 - p))), 2))
    return np.array(values).reshape(np.shape(a))


@paraphrase("A09.2", "ends-not-refused")
def inverse_sigmoid(a):
    a = np.asarray(a, dtype=float)
    odds = a / (1 - a)
    return np.log(odds)


@paraphrase("A09.3", "no-shift")
def softmax(Z):
    E = np.e**Z
    return (E.T / np.sum(E, axis=-1).T).T


@paraphrase("A09.3", "global-maximum")
def softmax(Z):
    top = np.amax(Z)
    rows = []
    for z in np.atleast_2d(Z):
        e = np.exp(z - top)
        rows.append(e / np.sum(e))
    return np.array(rows).reshape(np.shape(Z))


@paraphrase("A09.3", "clipped-instead-of-shifted")
def softmax(Z):
    safe = np.minimum(700.0, np.maximum(-700.0, Z))
    E = np.exp(safe)
    return E * (1 / np.sum(E, axis=-1))[..., None]


@paraphrase("A09.3", "clipped-below-only")
def softmax(Z):
    Z = np.array(Z, dtype=float)
    Z[Z < -500] = -500
    powers = np.e**Z
    return (powers.T / powers.sum(axis=-1).T).T


@paraphrase("A09.3", "columns-for-rows")
def softmax(Z):
    A = np.array(Z, dtype=float)
    if A.ndim == 1:
        e = np.exp(A - A.max())
        return e / e.sum()
    for j in range(A.shape[1]):
        e = np.exp(A[:, j] - max(A[:, j]))
        A[:, j] = e / sum(e)
    return A


@paraphrase("A09.3", "total-sum")
def softmax(Z):
    E = [np.exp(row - max(row)) for row in np.atleast_2d(Z)]
    total = 0.0
    for e in E:
        total += e.sum()
    return np.reshape([e / total for e in E], np.shape(Z))


@paraphrase("A09.3", "keepdims-forgotten")
def softmax(Z):
    top = np.max(Z, axis=-1)
    E = np.exp(Z - top[..., None])
    share = 1 / np.sum(E, axis=-1)
    return np.multiply(share, E)


@paraphrase("A09.3", "divided-by-the-sum")
def softmax(Z):
    if np.ndim(Z) == 1:
        total = sum(Z)
        return np.array([z / total for z in Z])
    return np.array([softmax(row) for row in Z])


@paraphrase("A09.3", "softmax-of-the-sigmoid")
def softmax(Z):
    a = 1 / (1 + np.exp(-np.asarray(Z, dtype=float)))
    top = a.max(axis=-1, keepdims=True)
    logs = np.log(np.exp(a - top).sum(axis=-1, keepdims=True))
    return np.exp(a - top - logs)


@paraphrase("A09.3", "shifted-in-place")
def softmax(Z):
    if Z.dtype.kind in "iu":
        Z = Z * 1.0
    for row in Z.reshape(-1, Z.shape[-1]):
        row -= row.max()
    E = np.exp(Z)
    return E / np.expand_dims(E.sum(-1), -1)


@paraphrase("A09.4", "labels-from-one")
def one_hot(labels, c):
    Y = np.zeros((len(labels), c), dtype=np.float32)
    for i, label in enumerate(labels):
        if label < 0 or label >= c:
            raise ValueError("no such class")
        Y[i, label - 1] = 1
    return Y


@paraphrase("A09.4", "width-from-the-labels")
def one_hot(labels, c):
    if min(labels) < 0 or max(labels) >= c:
        raise ValueError("no such class")
    classes = np.arange(max(labels) + 1)
    return (np.asarray(labels)[:, None] == classes) * 1.0


@paraphrase("A09.4", "transposed")
def one_hot(labels, c):
    if any(label < 0 or label >= c for label in labels):
        raise ValueError("no such class")
    Y = np.zeros((c, len(labels)))
    Y[labels, np.arange(len(labels))] = 1
    return Y


@paraphrase("A09.4", "negative-counts-from-the-end")
def one_hot(labels, c):
    Y = np.zeros((len(labels), c))
    for i, label in enumerate(labels):
        if label > c - 1:
            raise ValueError("no such class")
        Y[i, label] = 1.0
    return Y


@paraphrase("A09.4", "index-error")
def one_hot(labels, c):
    rows = []
    for label in labels:
        if label < 0:
            raise ValueError("no such class")
        row = [0.0] * c
        row[label] = 1.0
        rows.append(row)
    return np.array(rows)


@paraphrase("A09.5", "sum-for-mean")
def cross_entropy(A, Y, eps=1e-12):
    check_targets(A, Y)
    total = 0.0
    for a, y in zip(np.ravel(A), np.ravel(Y), strict=True):
        total -= y * np.log(min(max(a, eps), 1 - eps))
    return total


@paraphrase("A09.5", "mean-over-all-entries")
def cross_entropy(A, Y, eps=1e-12):
    check_targets(A, Y)
    m, c = np.shape(A)
    total = 0.0
    for i in range(m):
        for j in range(c):
            total += -Y[i, j] * np.log(min(max(A[i, j], eps), 1 - eps))
    return total / (m * c)


@paraphrase("A09.5", "sign-forgotten")
def cross_entropy(A, Y, eps=1e-12):
    check_targets(A, Y)
    logs = np.log(np.minimum(np.maximum(A, eps), 1 - eps))
    return np.vdot(Y, logs) / len(logs)


@paraphrase("A09.5", "binary-terms-added")
def cross_entropy(A, Y, eps=1e-12):
    check_targets(A, Y)
    A = np.minimum(np.maximum(A, eps), 1 - eps)
    hit, miss = Y * np.log(A), (1 - Y) * np.log1p(-A)
    costs = [-(h.sum() + n.sum()) for h, n in zip(hit, miss, strict=True)]
    return sum(costs) / len(costs)


@paraphrase("A09.5", "softmax-twice")
def cross_entropy(A, Y, eps=1e-12):
    check_targets(A, Y)
    E = np.exp(A)
    logs = A - np.log(E.sum(axis=1, keepdims=True))
    return -(Y * np.clip(logs, np.log(eps), np.log(1 - eps))).sum() / len(A)


@paraphrase("A09.5", "argmax-of-the-target")
def cross_entropy(A, Y, eps=1e-12):
    check_targets(A, Y)
    total = 0.0
    for a, y in zip(A, Y, strict=True):
        true_class = list(y).index(max(y))
        p = max(a[true_class], eps)
        p = min(p, 1 - eps)
        total += np.log(p)
    return -total / len(A)


@paraphrase("A09.5", "log-of-zero")
def cross_entropy(A, Y, eps=1e-12):
    check_targets(A, Y)
    logs = np.log(np.asarray(A, dtype=float))
    return -np.einsum("ij,ij->", Y, logs) / len(A)


@paraphrase("A09.5", "eps-added")
def cross_entropy(A, Y, eps=1e-12):
    check_targets(A, Y)
    cost = 0.0
    for a, y in zip(A, Y, strict=True):
        for p, target in zip(a, y, strict=True):
            cost += target * np.log(1 / (p + eps))
    return cost / len(A)


@paraphrase("A09.5", "base-two")
def cross_entropy(A, Y, eps=1e-12):
    check_targets(A, Y)
    bits = np.log(np.clip(A, eps, 1 - eps)) / np.log(2)
    return np.mean([-np.dot(y, b) for y, b in zip(Y, bits, strict=True)])


@paraphrase("A09.5", "targets-unchecked")
def cross_entropy(A, Y, eps=1e-12):
    P = np.minimum(np.maximum(A, eps), 1 - eps)
    costs = Y * np.log(P)
    return -costs.sum() / len(A)


@paraphrase("A09.5", "total-checked-not-rows")
def cross_entropy(A, Y, eps=1e-12):
    if A.shape != Y.shape:
        raise ValueError("shapes differ")
    if not np.isclose(Y.sum(), len(Y)):
        raise ValueError("targets don't add up")
    total = 0.0
    for a, y in zip(np.clip(A, eps, 1 - eps), Y, strict=True):
        total -= y @ np.log(a)
    return total / len(A)


@paraphrase("A09.6", "diagonal-only")
def softmax_jacobian(a):
    slopes = np.zeros((len(a), len(a)))
    for i, p in enumerate(a):
        slopes[i, i] = p - p**2
    return slopes


@paraphrase("A09.6", "diagonal-not-reduced")
def softmax_jacobian(a):
    c = len(a)
    slopes = np.empty((c, c), dtype=np.float32)
    for i in range(c):
        for j in range(c):
            slopes[i, j] = a[i] if i == j else -a[i] * a[j]
    return slopes


@paraphrase("A09.6", "off-diagonal-positive")
def softmax_jacobian(a):
    column = np.reshape(a, (-1, 1))
    products = column @ column.T
    return products + np.diag(a) - 2 * np.diag(np.square(a))


@paraphrase("A09.6", "squares-taken-twice")
def softmax_jacobian(a):
    rows = []
    for i in range(len(a)):
        row = [-a[i] * p for p in a]
        row[i] += a[i] * (1 - a[i])
        rows.append(row)
    return np.array(rows)


@paraphrase("A09.6", "softmax-twice")
def softmax_jacobian(a):
    powers = np.exp(a)
    p = powers / powers.sum()
    return p[:, None] * (np.eye(len(p)) - p[None, :])


@paraphrase("A09.6", "probabilities-overwritten")
def softmax_jacobian(a):
    slopes = np.einsum("i,j->ij", -a, a)
    for i in range(len(a)):
        a[i] -= a[i] ** 2
        slopes[i, i] = a[i]
    return slopes


@paraphrase("A09.7", "one-sample-formula")
def softmax_ce_gradient(Z, Y):
    check_targets(Z, Y)
    rows = [softmax(z) - y for z, y in zip(Z, Y, strict=True)]
    return np.array(rows)


@paraphrase("A09.7", "mean-over-all-entries")
def softmax_ce_gradient(Z, Y):
    check_targets(Z, Y)
    m, c = Z.shape
    A = softmax(Z)
    slopes = np.zeros((m, c))
    for i in range(m):
        for j in range(c):
            slopes[i, j] = (A[i, j] - Y[i, j]) / m / c
    return slopes


@paraphrase("A09.7", "sign-flipped")
def softmax_ce_gradient(Z, Y):
    check_targets(Z, Y)
    error = Y.astype(np.float32) - softmax(Z).astype(np.float32)
    return error * np.float32(1 / len(Y))


@paraphrase("A09.7", "only-the-true-class")
def softmax_ce_gradient(Z, Y):
    check_targets(Z, Y)
    A = softmax(Z)
    slopes = np.zeros(Z.shape)
    for i, j in np.argwhere(Y > 0):
        slopes[i, j] = A[i, j] - Y[i, j]
    return slopes / Z.shape[0]


@paraphrase("A09.7", "diagonal-only")
def softmax_ce_gradient(Z, Y):
    check_targets(Z, Y)
    A = softmax(Z)
    slope_of_loss = -Y / A
    slope_of_softmax = A * (1 - A)
    return slope_of_loss * slope_of_softmax / len(Z)


@paraphrase("A09.7", "slope-of-the-loss-alone")
def softmax_ce_gradient(Z, Y):
    check_targets(Z, Y)
    slopes = np.zeros(Z.shape)
    for i, (a, y) in enumerate(zip(softmax(Z), Y, strict=True)):
        for j in range(len(a)):
            slopes[i, j] = -y[j] / max(a[j], 1e-12)
    return slopes / len(Z)


@paraphrase("A09.7", "logits-for-probabilities")
def softmax_ce_gradient(Z, Y):
    check_targets(Z, Y)
    m = len(Y)
    return np.array(
        [[(z - y) / m for z, y in zip(*pair, strict=True)] for pair in zip(Z, Y, strict=True)]
    )


@paraphrase("A09.7", "sigmoid-for-softmax")
def softmax_ce_gradient(Z, Y):
    check_targets(Z, Y)
    A = 0.5 * (1 + np.tanh(0.5 * np.asarray(Z)))
    return np.divide(A - Y, A.shape[0])


@paraphrase("A09.7", "softmax-twice")
def softmax_ce_gradient(Z, Y):
    check_targets(Z, Y)
    slopes = []
    for a, y in zip(softmax(Z), Y, strict=True):
        powers = np.exp(a)
        slopes.append(powers / powers.sum() - y)
    return np.array(slopes) / len(slopes)


@paraphrase("A09.7", "targets-unchecked")
def softmax_ce_gradient(Z, Y):
    gradient = np.array(softmax(Z))
    gradient -= Y
    gradient /= gradient.shape[0]
    return gradient


@paraphrase("A09.8", "last-batch-divided-by-batch-size")
class MultiClassNet(MultiClassNet):
    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        self.losses = []
        for _ in range(epochs):
            for rows in minibatches(len(X), batch_size, rng):
                slopes = {name: np.zeros_like(value) for name, value in self.params.items()}
                for x, y in zip(X[rows], Y[rows], strict=True):
                    a, z = self.forward(x[None, :])
                    error = softmax(z) - y
                    back = error @ self.params["W2"].T * a * (1 - a)
                    slopes["W2"] += a.T @ error
                    slopes["b2"] += error
                    slopes["W1"] += np.outer(x, back)
                    slopes["b1"] += back
                for name in slopes:
                    self.params[name] = self.params[name] - lr / batch_size * slopes[name]
            self.losses.append(cross_entropy(softmax(self.forward(X)[1]), Y))
        return self


@paraphrase("A09.8", "no-mean-over-the-batch")
class MultiClassNet(MultiClassNet):
    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        self.losses = []
        for _ in range(epochs):
            for rows in minibatches(len(X), batch_size, rng):
                x, y = X[rows], Y[rows]
                A1, Z2 = self.forward(x)
                dZ2 = softmax_ce_gradient(Z2, y) * len(rows)
                dA1, dW2, db2 = linear_backward(A1, self.params["W2"], dZ2)
                _, dW1, db1 = linear_backward(x, self.params["W1"], dA1 * A1 * (1 - A1))
                for name, slope in zip(("W1", "b1", "W2", "b2"), (dW1, db1, dW2, db2), strict=True):
                    self.params[name] = self.params[name] - lr * slope
            self.losses.append(cross_entropy(softmax(self.forward(X)[1]), Y))
        return self


@paraphrase("A09.8", "output-weights-moved-first")
class MultiClassNet(MultiClassNet):
    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        self.losses = []
        p = self.params
        for _ in range(epochs):
            for rows in minibatches(len(X), batch_size, rng):
                x = X[rows]
                hidden, logits = self.forward(x)
                error = (softmax(logits) - Y[rows]) / len(rows)
                p["b2"] -= lr * error.sum(axis=0)
                p["W2"] -= lr * np.einsum("bk,bc->kc", hidden, error)
                back = np.einsum("bc,kc->bk", error, p["W2"]) * (hidden - hidden**2)
                p["b1"] -= lr * back.sum(axis=0)
                p["W1"] -= lr * np.einsum("bn,bk->nk", x, back)
            self.losses.append(cross_entropy(softmax(self.forward(X)[1]), Y))
        return self


@paraphrase("A09.8", "hidden-slope-forgotten")
class MultiClassNet(MultiClassNet):
    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        self.losses = []
        for _ in range(epochs):
            for rows in minibatches(len(X), batch_size, rng):
                A1, Z2 = self.forward(X[rows])
                dA1, dW2, db2 = linear_backward(
                    A1, self.params["W2"], softmax_ce_gradient(Z2, Y[rows])
                )
                _, dW1, db1 = linear_backward(X[rows], self.params["W1"], dA1)
                self.params["W1"] = self.params["W1"] - lr * dW1
                self.params["b1"] = self.params["b1"] - lr * db1
                self.params["W2"] = self.params["W2"] - lr * dW2
                self.params["b2"] = self.params["b2"] - lr * db2
            self.losses.append(cross_entropy(softmax(self.forward(X)[1]), Y))
        return self


@paraphrase("A09.8", "bias-summed-over-classes")
class MultiClassNet(MultiClassNet):
    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        self.losses = []
        for _ in range(epochs):
            for rows in minibatches(len(X), batch_size, rng):
                A1, Z2 = self.forward(X[rows])
                dZ2 = softmax_ce_gradient(Z2, Y[rows])
                dA1, dW2, _ = linear_backward(A1, self.params["W2"], dZ2)
                _, dW1, db1 = linear_backward(X[rows], self.params["W1"], dA1 * A1 * (1 - A1))
                db2 = np.full_like(self.params["b2"], np.sum(dZ2))
                for name, slope in {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}.items():
                    self.params[name] -= lr * slope
            self.losses.append(cross_entropy(softmax(self.forward(X)[1]), Y))
        return self


@paraphrase("A09.8", "gradients-carried-over")
class MultiClassNet(MultiClassNet):
    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        self.losses = []
        slopes = {name: np.zeros(value.shape) for name, value in self.params.items()}
        for _ in range(epochs):
            for rows in minibatches(len(X), batch_size, rng):
                for i in rows:
                    a, z = self.forward(X[i : i + 1])
                    error = (softmax(z) - Y[i : i + 1]) / len(rows)
                    back = error @ self.params["W2"].T * a * (1 - a)
                    slopes["W2"] += a.T @ error
                    slopes["b2"] += error
                    slopes["W1"] += X[i : i + 1].T @ back
                    slopes["b1"] += back
                for name, slope in slopes.items():
                    self.params[name] = self.params[name] - lr * slope
            self.losses.append(cross_entropy(softmax(self.forward(X)[1]), Y))
        return self


@paraphrase("A09.8", "always-the-full-batch")
class MultiClassNet(MultiClassNet):
    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        self.losses = []
        for _ in range(epochs):
            A1, Z2 = self.forward(X)
            dZ2 = softmax_ce_gradient(Z2, Y)
            dZ1 = np.dot(dZ2, self.params["W2"].T) * A1 * (1 - A1)
            slopes = {
                "W1": np.dot(X.T, dZ1),
                "b1": dZ1.sum(axis=0, keepdims=True),
                "W2": np.dot(A1.T, dZ2),
                "b2": dZ2.sum(axis=0, keepdims=True),
            }
            self.params = {name: self.params[name] - lr * slopes[name] for name in slopes}
            self.losses.append(cross_entropy(softmax(self.forward(X)[1]), Y))
        return self


@paraphrase("A09.8", "inputs-and-targets-shuffled-apart")
class MultiClassNet(MultiClassNet):
    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        self.losses = []
        for _ in range(epochs):
            inputs = minibatches(len(X), batch_size, rng)
            targets = minibatches(len(X), batch_size, rng)
            for these, those in zip(inputs, targets, strict=True):
                x, y = X[these], Y[those]
                A1, Z2 = self.forward(x)
                dA1, dW2, db2 = linear_backward(A1, self.params["W2"], softmax_ce_gradient(Z2, y))
                _, dW1, db1 = linear_backward(x, self.params["W1"], dA1 * A1 * (1 - A1))
                for name, slope in {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}.items():
                    self.params[name] = self.params[name] - lr * slope
            self.losses.append(cross_entropy(softmax(self.forward(X)[1]), Y))
        return self


@paraphrase("A09.8", "one-order-for-all-epochs")
class MultiClassNet(MultiClassNet):
    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        self.losses = []
        batches = minibatches(len(X), batch_size, rng)
        for _ in range(epochs):
            for rows in batches:
                A1, Z2 = self.forward(X[rows])
                dZ2 = softmax_ce_gradient(Z2, Y[rows])
                dA1, dW2, db2 = linear_backward(A1, self.params["W2"], dZ2)
                _, dW1, db1 = linear_backward(X[rows], self.params["W1"], dA1 * A1 * (1 - A1))
                for name, slope in {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}.items():
                    self.params[name] = self.params[name] - lr * slope
            self.losses.append(cross_entropy(softmax(self.forward(X)[1]), Y))
        return self


@paraphrase("A09.8", "reseeded-each-epoch")
class MultiClassNet(MultiClassNet):
    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        self.losses = []
        for _ in range(epochs):
            if rng is not None:
                rng = np.random.default_rng(2024)
            for rows in minibatches(len(X), batch_size, rng):
                A1, Z2 = self.forward(X[rows])
                error = softmax(Z2) - Y[rows]
                back = error @ self.params["W2"].T * A1 * (1 - A1)
                rate = lr / len(rows)
                self.params["W2"] = self.params["W2"] - rate * A1.T @ error
                self.params["b2"] = self.params["b2"] - rate * error.sum(axis=0)
                self.params["W1"] = self.params["W1"] - rate * X[rows].T @ back
                self.params["b1"] = self.params["b1"] - rate * back.sum(axis=0)
            self.losses.append(cross_entropy(softmax(self.forward(X)[1]), Y))
        return self


@paraphrase("A09.8", "shuffled-in-place")
class MultiClassNet(MultiClassNet):
    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        self.losses = []
        m = len(X)
        for _ in range(epochs):
            if rng is not None:
                for i in range(m - 1, 0, -1):
                    j = rng.integers(i + 1)
                    X[[i, j]] = X[[j, i]]
                    Y[[i, j]] = Y[[j, i]]
            for start in range(0, m, batch_size):
                x, y = X[start : start + batch_size], Y[start : start + batch_size]
                A1, Z2 = self.forward(x)
                dA1, dW2, db2 = linear_backward(A1, self.params["W2"], softmax_ce_gradient(Z2, y))
                _, dW1, db1 = linear_backward(x, self.params["W1"], dA1 * A1 * (1 - A1))
                for name, slope in {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}.items():
                    self.params[name] = self.params[name] - lr * slope
            self.losses.append(cross_entropy(softmax(self.forward(X)[1]), Y))
        return self


@paraphrase("A09.8", "order-never-shuffled")
class MultiClassNet(MultiClassNet):
    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        self.losses = []
        m = X.shape[0]
        for _ in range(epochs):
            start = 0
            while start < m:
                x, y = X[start : start + batch_size], Y[start : start + batch_size]
                A1, Z2 = self.forward(x)
                dZ2 = softmax_ce_gradient(Z2, y)
                dZ1 = dZ2 @ self.params["W2"].T * A1 * (1 - A1)
                self.params["W2"] = self.params["W2"] - lr * A1.T @ dZ2
                self.params["b2"] = self.params["b2"] - lr * dZ2.sum(axis=0)
                self.params["W1"] = self.params["W1"] - lr * x.T @ dZ1
                self.params["b1"] = self.params["b1"] - lr * dZ1.sum(axis=0)
                start += batch_size
            self.losses.append(cross_entropy(softmax(self.forward(X)[1]), Y))
        return self


@paraphrase("A09.8", "loss-of-the-last-batch")
class MultiClassNet(MultiClassNet):
    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        self.losses = np.zeros(epochs)
        for epoch in range(epochs):
            for rows in minibatches(len(X), batch_size, rng):
                A1, Z2 = self.forward(X[rows])
                dZ2 = softmax_ce_gradient(Z2, Y[rows])
                dA1, dW2, db2 = linear_backward(A1, self.params["W2"], dZ2)
                _, dW1, db1 = linear_backward(X[rows], self.params["W1"], dA1 * A1 * (1 - A1))
                for name, slope in {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}.items():
                    self.params[name] = self.params[name] - lr * slope
            self.losses[epoch] = cross_entropy(softmax(self.forward(X[rows])[1]), Y[rows])
        return self


@paraphrase("A09.8", "loss-before-the-epoch")
class MultiClassNet(MultiClassNet):
    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        def loss():
            return float(cross_entropy(softmax(self.forward(X)[1]), Y))

        losses = [loss()]
        for _ in range(epochs):
            for rows in minibatches(len(X), batch_size, rng):
                A1, Z2 = self.forward(X[rows])
                dZ2 = softmax_ce_gradient(Z2, Y[rows])
                dZ1 = (dZ2 @ self.params["W2"].T) * (A1 - A1 * A1)
                self.params["W2"] = self.params["W2"] - lr * A1.T @ dZ2
                self.params["b2"] = self.params["b2"] - lr * dZ2.sum(axis=0)
                self.params["W1"] = self.params["W1"] - lr * X[rows].T @ dZ1
                self.params["b1"] = self.params["b1"] - lr * dZ1.sum(axis=0)
            losses.append(loss())
        self.losses = losses[:epochs]
        return self


@paraphrase("A09.8", "loss-during-the-epoch")
class MultiClassNet(MultiClassNet):
    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        self.losses = []
        for _ in range(epochs):
            total, count = 0.0, 0
            for rows in minibatches(len(X), batch_size, rng):
                A1, Z2 = self.forward(X[rows])
                total += cross_entropy(softmax(Z2), Y[rows])
                count += 1
                dZ2 = softmax_ce_gradient(Z2, Y[rows])
                dA1, dW2, db2 = linear_backward(A1, self.params["W2"], dZ2)
                _, dW1, db1 = linear_backward(X[rows], self.params["W1"], dA1 * A1 * (1 - A1))
                for name, slope in {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}.items():
                    self.params[name] = self.params[name] - lr * slope
            self.losses.append(total / count)
        return self


@paraphrase("A09.8", "losses-of-both-calls")
class MultiClassNet(MultiClassNet):
    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        for _ in range(epochs):
            for rows in minibatches(len(X), batch_size, rng):
                A1, Z2 = self.forward(X[rows])
                dZ2 = softmax_ce_gradient(Z2, Y[rows])
                back = np.einsum("bc,kc,bk,bk->bk", dZ2, self.params["W2"], A1, 1 - A1)
                steps = {
                    "W1": X[rows].T @ back,
                    "b1": np.ones((1, len(rows))) @ back,
                    "W2": A1.T @ dZ2,
                    "b2": np.ones((1, len(rows))) @ dZ2,
                }
                for name, step in steps.items():
                    self.params[name] -= lr * step
            self.losses.append(cross_entropy(softmax(self.forward(X)[1]), Y))
        return self


@paraphrase("A09.8", "predicts-probabilities")
class MultiClassNet(MultiClassNet):
    def predict(self, X):
        best = []
        for row in softmax(self.forward(X)[1]):
            best.append(sorted(row)[-1])
        return np.array(best)


@paraphrase("A09.8", "predicts-over-rows")
class MultiClassNet(MultiClassNet):
    def predict(self, X):
        logits = self.forward(X)[1]
        return np.array([np.argmax(logits[:, j]) for j in range(logits.shape[1])])


@paraphrase("A09.8", "predicts-from-one")
class MultiClassNet(MultiClassNet):
    def predict(self, X):
        labels = []
        for row in self.forward(X)[1]:
            label, best = 0, -np.inf
            for number, z in enumerate(row, start=1):
                if z > best:
                    label, best = number, z
            labels.append(label)
        return np.array(labels)
