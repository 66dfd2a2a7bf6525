import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import bce_with_logits, sigmoid
from a06_regularization import l1_gradient, l2_gradient

# my solution, with loops so that I can follow every number


def matmul_shape(a, b):
    left_rows = a[0]
    left_columns = a[1]
    right_rows = b[0]
    right_columns = b[1]
    if left_columns == right_rows:
        answer = (left_rows, right_columns)
        print("the product has shape", answer)
        return answer
    else:
        raise ValueError("cannot multiply " + str(a) + " and " + str(b))


def forward(X, W, b):
    m = X.shape[0]
    n = X.shape[1]
    k = W.shape[1]
    Z = np.zeros((m, k))
    for i in range(m):
        for j in range(k):
            total = 0.0
            for p in range(n):
                total = total + float(X[i, p]) * float(W[p, j])
            Z[i, j] = total + b[0, j]
    return Z


def weight_gradient(X, err):
    if len(err.shape) != 2:
        print("err has the wrong number of dimensions")
        raise ValueError("err must be a matrix")
    if err.shape[0] != X.shape[0]:
        raise ValueError("X and err have different numbers of rows")
    m = X.shape[0]
    gradient = np.zeros((X.shape[1], err.shape[1]))
    for p in range(X.shape[1]):
        for j in range(err.shape[1]):
            total = 0.0
            for i in range(m):
                total = total + float(X[i, p]) * float(err[i, j])
            gradient[p, j] = total / m
    return gradient


def linear_backward(X, W, dZ):
    m = X.shape[0]
    n = X.shape[1]
    k = W.shape[1]
    dX = np.zeros((m, n))
    dW = np.zeros((n, k))
    db = np.zeros((1, k))
    for i in range(m):
        for j in range(k):
            g = float(dZ[i, j])
            db[0, j] += g
            for p in range(n):
                dX[i, p] += g * W[p, j]
                dW[p, j] += g * X[i, p]
    return (dX, dW, db)


def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    m = X.shape[0]
    if len(Y.shape) != 2 or Y.shape[0] != m or Y.shape[1] != 1:
        raise ValueError("Y must have shape (" + str(m) + ", 1)")
    new_W = np.array(W, dtype=float)
    new_b = np.array(b, dtype=float)
    # the errors of all samples
    z = np.dot(X, W)[:, 0] + b[0, 0]
    e = sigmoid(z) - Y[:, 0]
    for p in range(W.shape[0]):
        slope = np.sum(X[:, p] * e) / m
        w = float(W[p, 0])
        if w > 0:
            slope = slope + l1
        elif w < 0:
            slope = slope - l1
        slope = slope + l2 * w
        new_W[p, 0] = w - lr * slope
    new_b[0, 0] = new_b[0, 0] - lr * (np.sum(e) / m)
    return (new_W, new_b)


class BatchLogistic:
    def __init__(self):
        self.W = None
        self.b = None
        self.losses = []
        self.val_losses = []

    def fit(self, X, Y, X_val, Y_val, lr, epochs):
        n = X.shape[1]
        self.W = np.zeros((n, 1))
        self.b = np.zeros((1, 1))
        self.losses = []
        self.val_losses = []
        epoch = 0
        while epoch < epochs:
            new_W, new_b = batch_update(X, Y, self.W, self.b, lr)
            self.W = new_W
            self.b = new_b
            train_loss = bce_with_logits(np.dot(X, self.W) + self.b, Y).mean()
            val_loss = bce_with_logits(np.dot(X_val, self.W) + self.b, Y_val).mean()
            self.losses.append(float(train_loss))
            self.val_losses.append(float(val_loss))
            epoch += 1
        if epochs > 0:
            print("trained", epochs, "epochs, last loss", self.losses[-1])
        return self

    def predict(self, X):
        return (forward(X, self.W, self.b) >= 0).astype(int)
