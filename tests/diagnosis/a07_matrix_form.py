"""The misconceptions of A07 written anew in another style: the diagnosis is measured on them."""

import numpy as np
from a07_matrix_form import *
from paraphrases import paraphrase

# ---- A07.1 matmul_shape


@paraphrase("A07.1", "inner-sizes-returned")
def matmul_shape(a, b):
    (_, left), (right, _) = a, b
    if left - right:
        raise ValueError(f"{left} columns meet {right} rows")
    return tuple(np.array([left, right]).tolist())


@paraphrase("A07.1", "outer-sizes-swapped")
def matmul_shape(a, b):
    return (np.zeros(b).T @ np.zeros(a).T).shape


@paraphrase("A07.1", "mismatch-accepted")
def matmul_shape(a, b):
    shape = list(a) + list(b)
    del shape[1:3]
    return shape


@paraphrase("A07.1", "rows-compared")
def matmul_shape(a, b):
    left, right = np.zeros(a), np.zeros(b)
    if len(left) == len(right):
        return len(left), right.shape[-1]
    raise ValueError("these matrices can't be multiplied")


@paraphrase("A07.1", "elementwise-rule")
def matmul_shape(a, b):
    return np.shape(np.ones(a) * np.ones(b))


# ---- A07.2 forward


@paraphrase("A07.2", "everything-summed")
def forward(X, W, b):
    z = 0.0
    for row in X:
        for j in range(len(row)):
            z += row[j] * W[j, 0]
    return z + b


@paraphrase("A07.2", "elementwise-product")
def forward(X, W, b):
    Z = np.zeros(X.shape)
    for j in range(X.shape[1]):
        Z[:, j] = X[:, j] * W[j]
    return Z + b


@paraphrase("A07.2", "bias-forgotten")
def forward(X, W, b):
    Z = np.zeros((len(X), W.shape[1]), dtype=np.float32)
    for p in range(len(W)):
        Z += np.outer(X[:, p], W[p]).astype(np.float32)
    return Z


@paraphrase("A07.2", "bias-summed")
def forward(X, W, b):
    Z = np.einsum("ij,jk->ik", X, W)
    for bias in np.ravel(b):
        Z = Z + bias
    return Z


@paraphrase("A07.2", "weights-transposed")
def forward(X, W, b):
    rows = []
    for x in X:
        rows.append([np.dot(x, w) for w in W])
    return np.array(rows) + b


@paraphrase("A07.2", "column-flattened")
def forward(X, W, b):
    w = [row[0] for row in W]
    z = np.array([sum(x_j * w_j for x_j, w_j in zip(x, w, strict=True)) for x in X])
    return z + b


@paraphrase("A07.2", "integer-result")
def forward(X, W, b):
    Z = np.zeros((len(X), len(W[0])), dtype=np.asarray(X).dtype)
    for i in range(len(X)):
        for j in range(len(W[0])):
            Z[i, j] = np.sum(X[i] * W[:, j]) + b[0, j]
    return Z


# ---- A07.3 weight_gradient


@paraphrase("A07.3", "sum-for-mean")
def weight_gradient(X, err):
    if len(err.shape) != 2 or err.shape[0] != X.shape[0]:
        raise ValueError("err is no matrix of the right height")
    dW = 0
    for x, e in zip(X, err, strict=True):
        dW = dW + np.outer(x, e)
    return dW


@paraphrase("A07.3", "divided-by-features")
def weight_gradient(X, err):
    if err.ndim == 2:
        return np.einsum("ij,ik->jk", X, err) / len(X[0])
    raise ValueError("err should have two axes")


@paraphrase("A07.3", "divided-by-all-errors")
def weight_gradient(X, err):
    if len(np.shape(err)) != 2:
        raise ValueError(np.shape(err))
    m, k = err.shape
    dW = np.zeros((X.shape[1], k))
    for j in range(X.shape[1]):
        for c in range(k):
            dW[j, c] = np.dot(X[:, j], err[:, c]) / (m * k)
    return dW


@paraphrase("A07.3", "divided-twice")
def weight_gradient(X, err):
    if np.ndim(err) < 2 or np.ndim(err) > 2 or len(err) != len(X):
        raise ValueError("wrong error")
    slopes = [x[:, None] * e[None, :] for x, e in zip(X, err, strict=True)]
    return np.mean(slopes, axis=0) / len(slopes)


@paraphrase("A07.3", "transpose-forgotten")
def weight_gradient(X, err):
    if err.ndim != 2:
        raise ValueError("expected a matrix")
    dW = []
    for row in X:
        dW.append(np.dot(row, err) / X.shape[0])
    return np.array(dW)


@paraphrase("A07.3", "reshaped-for-transposed")
def weight_gradient(X, err):
    if err.ndim != 2 or len(err) != len(X):
        raise ValueError("expected a matrix with m rows")
    m, n = X.shape
    numbers = X.flatten()
    laid_over = [numbers[j * m : (j + 1) * m] for j in range(n)]
    return np.array([sum(x * e for x, e in zip(row, err, strict=True)) / m for row in laid_over])


@paraphrase("A07.3", "gradient-transposed")
def weight_gradient(X, err):
    if err.ndim != 2 or len(err) != len(X):
        raise ValueError("expected a matrix with m rows")
    return np.mean([np.outer(e, x) for e, x in zip(err, X, strict=True)], axis=0)


@paraphrase("A07.3", "elementwise-mean")
def weight_gradient(X, err):
    if err.ndim != 2:
        raise ValueError("expected a matrix")
    if err.shape[0] != X.shape[0]:
        raise ValueError("expected m rows")
    total = np.zeros(X.shape[1])
    for i in range(len(X)):
        total += X[i] * err[i]
    return total / len(X)


@paraphrase("A07.3", "error-sign-flipped")
def weight_gradient(X, err):
    if np.ndim(err) != 2:
        raise ValueError("expected a matrix")
    y_minus_a = 0 - np.asarray(err, dtype=np.float32)
    return np.einsum("mn,mk->nk", np.float32(X), y_minus_a) / np.float32(len(X))


@paraphrase("A07.3", "flat-error-accepted")
def weight_gradient(X, err):
    return np.tensordot(X, err, axes=(0, 0)) / X.shape[0]


# ---- A07.4 linear_backward


@paraphrase("A07.4", "divided-again")
def linear_backward(X, W, dZ):
    dX = np.einsum("mk,nk->mn", dZ, W)
    dW = np.mean([np.outer(x, d) for x, d in zip(X, dZ, strict=True)], axis=0)
    db = np.mean(dZ, axis=0)
    return dX, dW, db[None, :]


@paraphrase("A07.4", "divided-in-place")
def linear_backward(X, W, dZ):
    m = X.shape[0]
    for i in range(m):
        dZ[i] = dZ[i] / m
    return np.inner(dZ, W), np.einsum("mn,mk->nk", X, dZ), np.ones((1, m)) @ dZ


@paraphrase("A07.4", "bias-averaged")
def linear_backward(X, W, dZ):
    dX, dW, db = np.zeros(X.shape), np.zeros(W.shape), np.zeros((1, W.shape[1]))
    for i in range(len(X)):
        dX[i] = W @ dZ[i]
        dW += np.outer(X[i], dZ[i])
        db[0] += dZ[i] / len(X)
    return dX, dW, db


@paraphrase("A07.4", "bias-summed-over-everything")
def linear_backward(X, W, dZ):
    db = 0.0
    for row in dZ:
        for slope in row:
            db = db + slope
    return np.inner(dZ, W), np.inner(X.T, dZ.T), db


@paraphrase("A07.4", "bias-summed-over-units")
def linear_backward(X, W, dZ):
    X, W, dZ = np.float32(X), np.float32(W), np.float32(dZ)
    db = []
    for row in dZ:
        db.append(sum(row))
    return (W @ dZ.T).T, (dZ.T @ X).T, np.array([db])


@paraphrase("A07.4", "bias-gradient-flat")
def linear_backward(X, W, dZ):
    db = np.zeros(dZ.shape[1])
    for d in dZ:
        db += d
    return (W @ dZ.T).T, (dZ.T @ X).T, db


@paraphrase("A07.4", "weights-not-transposed")
def linear_backward(X, W, dZ):
    dX = [np.dot(d, W) for d in dZ]
    dW = sum(np.outer(x, d) for x, d in zip(X, dZ, strict=True))
    return np.array(dX), dW, dZ.sum(0).reshape(1, -1)


@paraphrase("A07.4", "input-not-transposed")
def linear_backward(X, W, dZ):
    dW = [np.dot(x, dZ) for x in X]
    dX = np.einsum("mk,nk->mn", dZ, W)
    return dX, np.array(dW), np.einsum("mk->k", dZ)[np.newaxis]


@paraphrase("A07.4", "weights-reshaped")
def linear_backward(X, W, dZ):
    n, k = W.shape
    numbers = W.ravel()
    on_its_side = [numbers[c * n : (c + 1) * n] for c in range(k)]
    dX = np.zeros((len(X), n))
    for c in range(k):
        dX += np.outer(dZ[:, c], on_its_side[c])
    return dX, np.einsum("mn,mk->nk", X, dZ), dZ.sum(0)[None]


@paraphrase("A07.4", "input-reshaped")
def linear_backward(X, W, dZ):
    m, n = X.shape
    numbers = list(X.ravel())
    dW = np.zeros(W.shape)
    for j in range(n):
        for i in range(m):
            dW[j] += numbers[j * m + i] * dZ[i]
    return np.inner(dZ, W), dW, dZ.sum(0)[None]


@paraphrase("A07.4", "gradient-transposed")
def linear_backward(X, W, dZ):
    dX, dW, db = [], 0, 0
    for x, d in zip(X, dZ, strict=True):
        dX.append(np.dot(W, d))
        dW = dW + np.outer(d, x)
        db = db + d
    return np.array(dX), dW, db.reshape(1, -1)


@paraphrase("A07.4", "order-swapped")
def linear_backward(X, W, dZ):
    gradients = {"W": np.zeros(W.shape), "X": np.zeros(X.shape), "b": np.zeros((1, W.shape[1]))}
    for i in range(len(X)):
        gradients["W"] += np.outer(X[i], dZ[i])
        gradients["X"][i] = np.dot(W, dZ[i])
        gradients["b"] += dZ[i]
    return tuple(gradients.values())


# ---- A07.5 batch_update


@paraphrase("A07.5", "printed-update")
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    if np.shape(Y) != (len(X), 1):
        raise ValueError("Y is no column")
    new_W, new_b = np.array(W, dtype=float), np.array(b, dtype=float)
    for x, y in zip(X, Y, strict=True):
        error = 1 / (1 + np.exp(-(np.dot(x, W) + b[0]))) - y
        new_W -= np.outer(x, error)
        new_b -= error
    return new_W, new_b


@paraphrase("A07.5", "sum-for-mean")
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    if np.shape(Y) != (len(X), 1):
        raise ValueError("Y is no column")
    dW, db = np.zeros(W.shape), np.zeros(b.shape)
    for x, y in zip(X, Y, strict=True):
        error = 1 / (1 + np.exp(-(np.dot(x, W) + b[0]))) - y
        dW = dW + np.outer(x, error)
        db = db + error
    return W - lr * (dW + l1_gradient(W, l1) + l2_gradient(W, l2)), b - lr * db


@paraphrase("A07.5", "bias-error-summed")
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    if np.shape(Y) != (len(X), 1):
        raise ValueError("Y is no column")
    Z = np.einsum("mn,nk->mk", X, W) + b
    error = 0.5 * (1 + np.tanh(Z / 2)) - Y
    shrunk = W - lr * l1 * np.sign(W) - lr * l2 * W
    new_b = b
    for e in error:
        new_b = new_b - lr * e
    return shrunk - lr * np.mean(X * error, axis=0).reshape(-1, 1), new_b


@paraphrase("A07.5", "uphill")
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    A = 1 / (1 + np.exp(-(X.dot(W) + b)))
    if A.shape != np.shape(Y):
        raise ValueError("shapes")
    wrong_way = Y - A
    dW = np.mean(X * wrong_way, axis=0)[:, None] - l1 * np.sign(W) - l2 * W
    db = wrong_way.mean(axis=0, keepdims=True)
    return W - lr * dW, b - lr * db


@paraphrase("A07.5", "bias-frozen")
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    if np.shape(Y) != (len(X), 1):
        raise ValueError("Y is no column")
    new_W = np.zeros(W.shape)
    errors = [1 / (1 + np.exp(-(np.dot(x, W[:, 0]) + b[0, 0]))) for x in X] - Y[:, 0]
    for j in range(len(W)):
        slope = np.mean(errors * X[:, j]) + l1 * np.sign(W[j, 0]) + l2 * W[j, 0]
        new_W[j, 0] = W[j, 0] - lr * slope
    return new_W, np.copy(b)


@paraphrase("A07.5", "bias-penalised")
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    if np.shape(Y) != (len(X), 1):
        raise ValueError("Y is no column")
    # The bias as one more weight, the weight of a feature that is always 1.
    inputs, weights = np.hstack([X, np.ones((len(X), 1))]), np.vstack([W, b])
    error = 1 / (1 + np.exp(-inputs @ weights)) - Y
    slopes = inputs.T @ error / len(X) + l1 * np.sign(weights) + l2 * weights
    moved = weights - lr * slopes
    return moved[:-1], moved[-1:]


@paraphrase("A07.5", "penalty-forgotten")
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    if np.shape(Y) != (len(X), 1):
        raise ValueError("Y is no column")
    inputs, weights = np.hstack([X, np.ones((len(X), 1))]), np.vstack([W, b])
    error = 1 / (1 + np.exp(-inputs @ weights)) - Y
    moved = weights - lr * np.mean(inputs * error, axis=0)[:, np.newaxis]
    return moved[:-1], moved[-1:]


@paraphrase("A07.5", "printed-penalty")
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    if np.shape(Y) != (len(X), 1):
        raise ValueError("Y is no column")
    error = 0.5 * (1 + np.tanh((X @ W + b) / 2)) - Y
    new_W = (1 - lr * l2) * W
    for x, e in zip(X, error, strict=True):
        new_W = new_W - lr / len(X) * np.outer(x, e)
    new_W = new_W + l1_gradient(W, l1)
    return new_W, b - lr * error.sum() / len(X)


@paraphrase("A07.5", "l1-without-sign")
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    if np.shape(Y) != (len(X), 1):
        raise ValueError("Y is no column")
    X, Y = np.float32(X), np.float32(Y)
    error = 1 / (1 + np.exp(-(X @ np.float32(W) + np.float32(b)))) - Y
    penalty = np.full(W.shape, l1) + l2 * W
    return W - lr * (X.T @ error / len(X) + penalty), b - lr * np.mean(error)


@paraphrase("A07.5", "l2-doubled")
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    if np.shape(Y) != (len(X), 1):
        raise ValueError("Y is no column")
    error = 0.5 * (1 + np.tanh((X @ W + b) / 2)) - Y
    new_W, new_b = W * (1 - 2 * lr * l2) - lr * l1_gradient(W, l1), b
    for x, e in zip(X, error, strict=True):
        new_W = new_W - lr / len(X) * np.outer(x, e)
        new_b = new_b - lr / len(X) * e
    return new_W, new_b


@paraphrase("A07.5", "penalty-divided-by-m")
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    m = len(X)
    if np.shape(Y) != (m, 1):
        raise ValueError("Y is no column")
    error = 0.5 * (1 + np.tanh((X @ W + b) / 2)) - Y
    dW = l1_gradient(W, l1) + l2_gradient(W, l2)
    for x, e in zip(X, error, strict=True):
        dW = dW + np.outer(x, e)
    return W - lr / m * dW, b - lr / m * error.sum()


@paraphrase("A07.5", "error-taken-anew-for-bias")
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    if np.shape(Y) != (len(X), 1):
        raise ValueError("Y is no column")

    def errors(weights):
        return 1 / (1 + np.exp(-(np.sum(X * weights[:, 0], axis=1) + b[0, 0]))) - Y[:, 0]

    data = np.mean(X * errors(W)[:, None], axis=0)[:, None]
    moved = W - lr * (data + l1_gradient(W, l1) + l2_gradient(W, l2))
    return moved, b - lr * np.mean(errors(moved))


@paraphrase("A07.5", "penalty-of-moved-weights")
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    if np.shape(Y) != (len(X), 1):
        raise ValueError("Y is no column")
    error = 1 / (1 + np.exp(-(np.sum(X * W[:, 0], axis=1) + b[0, 0]))) - Y[:, 0]
    moved = [W[j, 0] - lr * np.mean(X[:, j] * error) for j in range(len(W))]
    shrunk = [w - lr * l1 * np.sign(w) - lr * l2 * w for w in moved]
    return np.array(shrunk).reshape(-1, 1), b - lr * np.mean(error)


@paraphrase("A07.5", "sigmoid-forgotten")
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    m = len(X)
    if np.shape(Y) != (m, 1):
        raise ValueError("Y is no column")
    dW, db = l1_gradient(W, l1) + l2_gradient(W, l2), 0.0
    for x, y in zip(X, Y[:, 0], strict=True):
        error = np.dot(x, W[:, 0]) + b[0, 0] - y
        dW = dW + error * x[:, None] / m
        db = db + error / m
    return W - lr * dW, b - lr * db


@paraphrase("A07.5", "extra-sigmoid-derivative")
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    m = len(X)
    if np.shape(Y) != (m, 1):
        raise ValueError("Y is no column")
    dW, db = l1_gradient(W, l1) + l2_gradient(W, l2), 0.0
    for x, y in zip(X, Y[:, 0], strict=True):
        e = np.exp(-(np.dot(x, W[:, 0]) + b[0, 0]))
        # The chain of the squared error: its slope, the sigmoid's, the sum's.
        slope = (1 / (1 + e) - y) * e / (1 + e) ** 2
        dW = dW + slope * x[:, None] / m
        db = db + slope / m
    return W - lr * dW, b - lr * db


@paraphrase("A07.5", "shapes-broadcast")
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    A = 1 / (1 + np.exp(-(X.dot(W) + b)))
    difference = np.subtract(A, Y)
    data = np.einsum("mn,mk->nk", X, difference) / X.shape[0]
    db = difference.mean(axis=0).reshape(1, -1)
    return W - lr * (data + l1_gradient(W, l1) + l2_gradient(W, l2)), b - lr * db


@paraphrase("A07.5", "updated-in-place")
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    if np.shape(Y) != (len(X), 1):
        raise ValueError("Y is no column")
    if np.asarray(W).dtype != float:
        W, b = np.array(W, dtype=float), np.array(b, dtype=float)
    error = 1 / (1 + np.exp(-(np.sum(X * W[:, 0], axis=1) + b[0, 0]))) - Y[:, 0]
    for j in range(len(W)):
        slope = np.mean(X[:, j] * error) + l1 * np.sign(W[j, 0]) + l2 * W[j, 0]
        W[j, 0] = W[j, 0] - lr * slope
    b[0, 0] = b[0, 0] - lr * np.mean(error)
    return W, b


# ---- A07.6 BatchLogistic.fit


@paraphrase("A07.6", "loss-before-step")
class BatchLogistic(BatchLogistic):
    def fit(self, X, Y, X_val, Y_val, lr, epochs):
        W, b = np.zeros((X.shape[1], 1)), np.zeros((1, 1))
        self.losses, self.val_losses = [], []
        for _ in range(epochs):
            A, A_val = 1 / (1 + np.exp(-(X @ W + b))), 1 / (1 + np.exp(-(X_val @ W + b)))
            self.losses.append(-np.mean(np.log(np.where(Y == 1, A, 1 - A))))
            self.val_losses.append(-np.mean(np.log(np.where(Y_val == 1, A_val, 1 - A_val))))
            W = W - lr * X.T @ (A - Y) / len(X)
            b = b - lr * np.mean(A - Y)
        self.W, self.b = W, b
        return self


@paraphrase("A07.6", "loss-summed")
class BatchLogistic(BatchLogistic):
    def fit(self, X, Y, X_val, Y_val, lr, epochs):
        def cost(inputs, targets):
            total = 0.0
            for z, y in zip((inputs @ self.W + self.b)[:, 0], targets[:, 0], strict=True):
                total += np.log(1 + np.exp(z)) - y * z
            return total

        self.W, self.b = np.zeros((X.shape[1], 1)), np.zeros((1, 1))
        self.losses, self.val_losses = [], []
        while len(self.losses) < epochs:
            self.W, self.b = batch_update(X, Y, self.W, self.b, lr)
            self.losses += [cost(X, Y)]
            self.val_losses += [cost(X_val, Y_val)]
        return self


@paraphrase("A07.6", "validation-loss-is-training-loss")
class BatchLogistic(BatchLogistic):
    def fit(self, X, Y, X_val, Y_val, lr, epochs):
        self.W, self.b = np.zeros((X.shape[1], 1)), np.zeros((1, 1))
        self.losses = []
        for _ in range(epochs):
            error = 1 / (1 + np.exp(-(X @ self.W + self.b))) - Y
            self.W = self.W - lr * X.T @ error / len(X)
            self.b = self.b - lr * np.mean(error)
            Z = X @ self.W + self.b
            self.losses.append(np.mean(np.logaddexp(0, Z) - Y * Z))
        self.val_losses = list(self.losses)
        return self


@paraphrase("A07.6", "trained-on-validation")
class BatchLogistic(BatchLogistic):
    def fit(self, X, Y, X_val, Y_val, lr, epochs):
        W, b = np.zeros((X.shape[1], 1)), np.zeros((1, 1))
        self.losses, self.val_losses = [], []
        for _ in range(epochs):
            for inputs, targets in ((X, Y), (X_val, Y_val)):
                error = 1 / (1 + np.exp(-(inputs @ W + b))) - targets
                W = W - lr * inputs.T @ error / len(inputs)
                b = b - lr * error.mean()
                if inputs is X:
                    for data, labels, log in (
                        (X, Y, self.losses),
                        (X_val, Y_val, self.val_losses),
                    ):
                        Z = data @ W + b
                        log.append(np.mean(np.logaddexp(0, Z) - labels * Z))
        self.W, self.b = W, b
        return self


@paraphrase("A07.6", "validation-scaled-anew")
class BatchLogistic(BatchLogistic):
    def fit(self, X, Y, X_val, Y_val, lr, epochs):
        columns = []
        for j in range(X_val.shape[1]):
            column = X_val[:, j]
            columns.append((column - np.mean(column)) / np.sqrt(np.var(column)))
        scaled = np.stack(columns, axis=1)
        W, b = np.zeros((X.shape[1], 1)), np.zeros((1, 1))
        self.losses, self.val_losses = [], []
        for _ in range(epochs):
            error = 1 / (1 + np.exp(-(X @ W + b))) - Y
            W, b = W - lr * X.T @ error / len(X), b - lr * error.mean()
            for data, labels, log in ((X, Y, self.losses), (scaled, Y_val, self.val_losses)):
                Z = data @ W + b
                log.append(np.mean(np.logaddexp(0, Z) - labels * Z))
        self.W, self.b = W, b
        return self


@paraphrase("A07.6", "one-epoch-short")
class BatchLogistic(BatchLogistic):
    def fit(self, X, Y, X_val, Y_val, lr, epochs):
        W, b = np.zeros((X.shape[1], 1)), np.zeros((1, 1))
        self.losses, self.val_losses = [], []
        epoch = 1
        while epoch < epochs:
            error = 1 / (1 + np.exp(-(X @ W + b))) - Y
            W, b = W - lr * X.T @ error / len(X), b - lr * error.mean()
            for data, labels, log in ((X, Y, self.losses), (X_val, Y_val, self.val_losses)):
                Z = data @ W + b
                log.append(np.mean(np.logaddexp(0, Z) - labels * Z))
            epoch += 1
        self.W, self.b = W, b
        return self


@paraphrase("A07.6", "parameters-not-kept")
class BatchLogistic(BatchLogistic):
    def fit(self, X, Y, X_val, Y_val, lr, epochs):
        self.losses, self.val_losses = [], []
        self.W, self.b = np.zeros((X.shape[1], 1)), np.zeros((1, 1))
        for _ in range(epochs):
            W, b = np.zeros((X.shape[1], 1)), np.zeros((1, 1))
            error = 1 / (1 + np.exp(-(X @ W + b))) - Y
            W, b = W - lr * X.T @ error / len(X), b - lr * error.mean()
            for data, labels, log in ((X, Y, self.losses), (X_val, Y_val, self.val_losses)):
                Z = data @ W + b
                log.append(np.mean(np.logaddexp(0, Z) - labels * Z))
            self.W, self.b = W, b
        return self


@paraphrase("A07.6", "fit-goes-on")
class BatchLogistic(BatchLogistic):
    def fit(self, X, Y, X_val, Y_val, lr, epochs):
        W = np.zeros((X.shape[1], 1)) if self.W is None else self.W
        b = np.zeros((1, 1)) if self.b is None else self.b
        for _ in range(epochs):
            error = 1 / (1 + np.exp(-(X @ W + b))) - Y
            W, b = W - lr * X.T @ error / len(X), b - lr * error.mean()
            for data, labels, log in ((X, Y, self.losses), (X_val, Y_val, self.val_losses)):
                Z = data @ W + b
                log.append(np.mean(np.logaddexp(0, Z) - labels * Z))
        self.W, self.b = W, b
        return self


@paraphrase("A07.6", "sigmoid-twice")
class BatchLogistic(BatchLogistic):
    def fit(self, X, Y, X_val, Y_val, lr, epochs):
        def cost(inputs, targets):
            A = sigmoid(inputs @ W + b)
            twice = 1 / (1 + np.exp(-A))
            return -np.mean(targets * np.log(twice) + (1 - targets) * np.log(1 - twice))

        W, b = np.zeros((X.shape[1], 1)), np.zeros((1, 1))
        self.losses, self.val_losses = np.zeros(epochs), np.zeros(epochs)
        for epoch in range(epochs):
            W, b = batch_update(X, Y, W, b, lr)
            self.losses[epoch] = cost(X, Y)
            self.val_losses[epoch] = cost(X_val, Y_val)
        self.W, self.b = W, b
        return self


@paraphrase("A07.6", "nothing-returned")
class BatchLogistic(BatchLogistic):
    def fit(self, X, Y, X_val, Y_val, lr, epochs):
        W, b = np.zeros((X.shape[1], 1)), np.zeros((1, 1))
        self.losses, self.val_losses = [], []
        for _ in range(epochs):
            error = 1 / (1 + np.exp(-(X @ W + b))) - Y
            W, b = W - lr * X.T @ error / len(X), b - lr * error.mean()
            for data, labels, log in ((X, Y, self.losses), (X_val, Y_val, self.val_losses)):
                Z = data @ W + b
                log.append(np.mean(np.logaddexp(0, Z) - labels * Z))
        self.W, self.b = W, b
