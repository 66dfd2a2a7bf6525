import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import bce_with_logits, sigmoid
from a06_regularization import l1_gradient, l2_gradient


def sealed(array):
    """Column-major and read-only: nobody steps on my results by accident."""
    array = np.asfortranarray(array)
    array.flags.writeable = False
    return array


def matmul_shape(a, b):
    match (*a, *b):
        case (m, n, p, k) if n == p:
            return m, k
        case _:
            raise ValueError(f"no product of {a} and {b}")


def forward(X, W, b):
    X, W, b = (np.asarray(given, dtype=float) for given in (X, W, b))
    return sealed(np.einsum("mn,nk->mk", X, W) + np.einsum("ik->k", b))


def weight_gradient(X, err):
    X, err = np.asarray(X, dtype=float), np.asarray(err, dtype=float)
    if err.ndim != 2 or len(err) != len(X):
        raise ValueError(f"X is {X.shape}, so err can't be {err.shape}")
    return sealed(np.einsum("mn,mk->nk", X, err) / len(X))


def linear_backward(X, W, dZ):
    X, W, dZ = (np.asarray(given, dtype=float) for given in (X, W, dZ))
    return (
        sealed(np.einsum("mk,nk->mn", dZ, W)),
        sealed(np.einsum("mn,mk->nk", X, dZ)),
        sealed(np.einsum("mk->k", dZ)[None]),
    )


def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    m = len(X)
    if np.shape(Y) != (m, 1):
        raise ValueError(f"Y is {np.shape(Y)}, not {(m, 1)}")
    W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
    err = sigmoid(forward(X, W, b)) - Y
    dW = weight_gradient(X, err) + l1_gradient(W, l1) + l2_gradient(W, l2)
    db = np.einsum("mk->k", err)[None] / m
    return sealed(W - lr * dW), sealed(b - lr * db)


class BatchLogistic:
    def __init__(self):
        self.W = None
        self.b = None
        self.losses = []
        self.val_losses = []

    def fit(self, X, Y, X_val, Y_val, lr, epochs):
        self.__init__()
        self.W = sealed(np.zeros((np.shape(X)[1], 1)))
        self.b = sealed(np.zeros((1, 1)))
        sets = [(X, Y, self.losses), (X_val, Y_val, self.val_losses)]
        while len(self.losses) < epochs:
            self.W, self.b = batch_update(X, Y, self.W, self.b, lr)
            for inputs, targets, losses in sets:
                losses.append(bce_with_logits(forward(inputs, self.W, self.b), targets).mean())
        return self

    def predict(self, X):
        return (forward(X, self.W, self.b) >= 0).astype(int)


if __name__ == "__main__":
    import figures

    figures.loop_against_matrix(sys.modules[__name__])
    figures.learning_curves(sys.modules[__name__])
