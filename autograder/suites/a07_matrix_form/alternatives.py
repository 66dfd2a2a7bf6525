"""Correct implementations of A07 that differ from the reference in algorithm or dtype: all get full marks."""

import numpy as np
from a07_matrix_form import *

from autograder.checks import alternative


@alternative("A07.1", "shape of an actual product")
def matmul_shape(a, b):
    return (np.empty(a) @ np.empty(b)).shape


@alternative("A07.1", "a list, sizes compared by a set")
def matmul_shape(a, b):
    if len({a[-1], b[0]}) > 1:
        raise ValueError
    return [a[0], b[-1]]


@alternative("A07.2", "loops over samples and units")
def forward(X, W, b):
    Z = np.zeros((X.shape[0], W.shape[1]))
    for i in range(X.shape[0]):
        for j in range(W.shape[1]):
            Z[i, j] = sum(X[i, p] * W[p, j] for p in range(X.shape[1])) + b[0, j]
    return Z


@alternative("A07.2", "sum of outer products, single precision")
def forward(X, W, b):
    Z = np.repeat(np.asarray(b, np.float32), len(X), axis=0)
    for p in range(X.shape[1]):
        Z = Z + np.outer(X[:, p], W[p]).astype(np.float32)
    return Z


@alternative("A07.2", "a column of ones carries the bias")
def forward(X, W, b):
    ones = np.ones((len(X), 1))
    return np.hstack([X, ones]) @ np.vstack([W, b])


@alternative("A07.3", "one sample after another, as in the neuron")
def weight_gradient(X, err):
    X, err = np.asarray(X, float), np.asarray(err, float)
    if err.ndim != 2 or err.shape[0] != X.shape[0]:
        raise ValueError("err should be a matrix with a row for each sample")
    total = np.zeros((X.shape[1], err.shape[1]))
    for x_i, err_i in zip(X, err, strict=True):
        total += x_i[:, None] * err_i[None, :]
    return total / X.shape[0]


@alternative("A07.3", "broadcast and averaged, single precision")
def weight_gradient(X, err):
    X, err = np.float32(X), np.float32(err)
    if err.ndim != 2 or len(err) != len(X):
        raise ValueError("shapes")
    return np.mean(X[:, :, None] * err[:, None, :], axis=0)


@alternative("A07.4", "einsum")
def linear_backward(X, W, dZ):
    return (
        np.einsum("mk,nk->mn", dZ, W),
        np.einsum("mn,mk->nk", X, dZ),
        np.einsum("mk->k", dZ)[None, :],
    )


@alternative("A07.4", "loop over samples, single precision")
def linear_backward(X, W, dZ):
    X, W, dZ = np.float32(X), np.float32(W), np.float32(dZ)
    dX, dW, db = np.zeros_like(X), np.zeros_like(W), np.zeros((1, W.shape[1]), np.float32)
    for i in range(len(X)):
        dX[i] = W @ dZ[i]
        dW += np.outer(X[i], dZ[i])
        db[0] += dZ[i]
    return dX, dW, db


@alternative("A07.4", "a row of ones for the bias, a list returned")
def linear_backward(X, W, dZ):
    return [(W @ dZ.T).T, (dZ.T @ X).T, np.ones((1, len(dZ))) @ dZ]


@alternative("A07.5", "loop over the samples, textbook sigmoid")
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    m, n = np.shape(X)
    if np.shape(Y) != (m, 1):
        raise ValueError("Y is no column")
    dW, db = np.zeros((n, 1)), 0.0
    for x_i, y_i in zip(X, Y[:, 0], strict=True):
        z = float(np.dot(x_i, W[:, 0])) + float(b[0, 0])
        error = 1 / (1 + np.exp(-z)) - y_i
        dW[:, 0] += error * x_i / m
        db += error / m
    return W - lr * (dW + l1 * np.sign(W) + l2 * W), b - lr * db


@alternative("A07.5", "through linear_backward, the mean in dZ")
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    A = sigmoid(forward(X, W, b))
    if A.shape != np.shape(Y):
        raise ValueError("Y has another shape than the output")
    _, dW, db = linear_backward(X, W, (A - Y) / len(X))
    new_W = (1 - lr * l2) * W - lr * dW
    new_W = new_W - lr * l1 * ((W > 0) * 1.0 - (W < 0) * 1.0)
    return new_W, b - lr * db


@alternative("A07.5", "tanh form, single precision, copies changed in place")
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    if np.shape(Y) != (len(X), 1):
        raise ValueError("Y")
    X, Y, W, b = (np.array(a, dtype=np.float32) for a in (X, Y, W, b))
    err = 0.5 * (1 + np.tanh((X @ W + b) / 2)) - Y
    sign = np.sign(W)
    W -= np.float32(lr) * (
        X.T @ err / np.float32(len(X)) + np.float32(l1) * sign + np.float32(l2) * W
    )
    b -= np.float32(lr) * err.mean(axis=0, keepdims=True)
    return W, b


@alternative("A07.5", "through the update of A06, flattened and set upright again")
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    from a06_regularization import regularized_update

    if np.shape(Y) != (len(X), 1):
        raise ValueError(f"Y has shape {np.shape(Y)}")
    w, bias = regularized_update(X, Y[:, 0], W[:, 0], b[0, 0], lr, l1, l2)
    return np.reshape(w, (-1, 1)), np.reshape(bias, (1, 1))


@alternative("A07.5", "row by row through the gradient of A03")
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    from a03_sigmoid_cross_entropy import logistic_gradient

    m = X.shape[0]
    if Y.shape != (m, 1):
        raise ValueError("one target in each row")
    slopes = [logistic_gradient(x, y, W[:, 0], b[0, 0]) for x, y in zip(X, Y[:, 0], strict=True)]
    dw = sum(dw for dw, _ in slopes) / m + l1_gradient(W[:, 0], l1) + l2_gradient(W[:, 0], l2)
    db = sum(db for _, db in slopes) / m
    return (W[:, 0] - lr * dw)[:, np.newaxis], np.array([[b[0, 0] - lr * db]])


@alternative("A07.6", "own formulas, losses from probabilities, arrays filled")
class BatchLogistic(BatchLogistic):
    def fit(self, X, Y, X_val, Y_val, lr, epochs):
        def loss(inputs, targets):
            A = np.clip(1 / (1 + np.exp(-(inputs @ W + b))), 1e-12, 1 - 1e-12)
            return -np.mean(targets * np.log(A) + (1 - targets) * np.log(1 - A))

        W, b = np.zeros((X.shape[1], 1)), np.zeros((1, 1))
        self.losses, self.val_losses = np.zeros(epochs), np.zeros(epochs)
        for epoch in range(epochs):
            err = 1 / (1 + np.exp(-(X @ W + b))) - Y
            W = W - lr * X.T @ err / len(X)
            b = b - lr * err.mean()
            self.losses[epoch], self.val_losses[epoch] = loss(X, Y), loss(X_val, Y_val)
        self.W, self.b = W, b
        return self


@alternative("A07.6", "lists filled by comprehension over stored parameters")
class BatchLogistic(BatchLogistic):
    def fit(self, X, Y, X_val, Y_val, lr, epochs):
        history = [(np.zeros((X.shape[1], 1)), np.zeros((1, 1)))]
        while len(history) <= epochs:
            history.append(batch_update(X, Y, *history[-1], lr))
        self.W, self.b = history[-1]
        self.losses = [np.mean(bce_with_logits(forward(X, W, b), Y)) for W, b in history[1:]]
        self.val_losses = [
            np.mean(bce_with_logits(forward(X_val, W, b), Y_val)) for W, b in history[1:]
        ]
        return self


@alternative("A07.6", "single precision throughout")
class BatchLogistic(BatchLogistic):
    def fit(self, X, Y, X_val, Y_val, lr, epochs):
        X, Y, X_val, Y_val = (np.asarray(a, np.float32) for a in (X, Y, X_val, Y_val))
        self.W, self.b = np.zeros((X.shape[1], 1), np.float32), np.zeros((1, 1), np.float32)
        self.losses, self.val_losses = [], []
        for _ in range(epochs):
            err = 0.5 * (1 + np.tanh((X @ self.W + self.b) / 2)) - Y
            self.W = self.W - np.float32(lr) * X.T @ err / np.float32(len(X))
            self.b = self.b - np.float32(lr) * err.mean(axis=0, keepdims=True)
            for inputs, targets, losses in ((X, Y, self.losses), (X_val, Y_val, self.val_losses)):
                Z = inputs @ self.W + self.b
                losses.append(np.float32(np.mean(np.logaddexp(np.float32(0), Z) - targets * Z)))
        return self


@alternative("A07.6", "the step of A05, losses added up row by row")
class BatchLogistic(BatchLogistic):
    def fit(self, X, Y, X_val, Y_val, lr, epochs):
        from a03_sigmoid_cross_entropy import binary_cross_entropy
        from a05_data_and_batches import full_batch_step

        w, bias = np.zeros(X.shape[1]), 0.0
        self.losses, self.val_losses = [], []
        for _ in range(epochs):
            w, bias = full_batch_step(X, Y[:, 0], w, bias, lr)
            for data, labels, log in ((X, Y, self.losses), (X_val, Y_val, self.val_losses)):
                total = 0.0
                for x, y in zip(data, labels[:, 0], strict=True):
                    total += binary_cross_entropy(sigmoid(np.dot(x, w) + bias), y)
                log.append(total / len(data))
        self.W, self.b = w.reshape(-1, 1), np.array([[bias]])
        return self
