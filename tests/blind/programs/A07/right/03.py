import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import bce_with_logits, sigmoid
from a06_regularization import l1_gradient, l2_gradient
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
Shape = tuple[int, int]


def matmul_shape(a: Shape, b: Shape) -> Shape:
    (m, n), (p, k) = a, b
    if n - p:
        raise ValueError(f"({m}, {n}) times ({p}, {k}) does not exist")
    return (m, k)


def forward(X: Matrix, W: Matrix, b: Matrix) -> Matrix:
    return np.einsum("ip,pj->ij", X, W) + np.asarray(b)


def weight_gradient(X: Matrix, err: Matrix) -> Matrix:
    if np.ndim(err) != 2 or np.shape(err)[0] != np.shape(X)[0]:
        raise ValueError("err must be a matrix with the rows of X")
    return np.einsum("ip,ij->pj", X, err) / np.shape(X)[0]


def linear_backward(X: Matrix, W: Matrix, dZ: Matrix) -> tuple[Matrix, Matrix, Matrix]:
    dX = np.einsum("ij,pj->ip", dZ, W)
    dW = np.einsum("ip,ij->pj", X, dZ)
    db = np.einsum("ij->j", dZ)[np.newaxis, :]
    return dX, dW, db


def batch_update(
    X: Matrix, Y: Matrix, W: Matrix, b: Matrix, lr: float, l1: float = 0.0, l2: float = 0.0
) -> tuple[Matrix, Matrix]:
    m: int = np.shape(X)[0]
    if np.shape(Y) != (m, 1):
        raise ValueError(f"shape of Y is {np.shape(Y)}, not {(m, 1)}")
    err: Matrix = sigmoid(forward(X, W, b)) - Y
    slope: Matrix = np.einsum("ip,ij->pj", X, err) / m
    slope = slope + l1_gradient(W, l1) + l2_gradient(W, l2)
    bias_slope: Matrix = np.einsum("ij->j", err).reshape(1, 1) / m
    return W - lr * slope, b - lr * bias_slope


class BatchLogistic:
    W: Matrix | None
    b: Matrix | None
    losses: list[float]
    val_losses: list[float]
    def __init__(self):
        self.W = None
        self.b = None
        self.losses = []
        self.val_losses = []

    def fit(
        self, X: Matrix, Y: Matrix, X_val: Matrix, Y_val: Matrix, lr: float, epochs: int
    ) -> "BatchLogistic":
        n: int = X.shape[1]
        self.__init__()
        self.W, self.b = np.zeros((n, 1), dtype=np.float64), np.zeros((1, 1), dtype=np.float64)
        for _ in range(int(epochs)):
            self.W, self.b = batch_update(X, Y, self.W, self.b, lr)
            for inputs, targets, curve in ((X, Y, self.losses), (X_val, Y_val, self.val_losses)):
                costs = bce_with_logits(forward(inputs, self.W, self.b), targets)
                curve.append(float(np.einsum("ij->", costs)) / len(inputs))
        return self

    def predict(self, X):
        return (forward(X, self.W, self.b) >= 0).astype(int)
