import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import sigmoid
from a07_matrix_form import forward as linear_forward
from a07_matrix_form import linear_backward


def frozen(array):
    array.flags.writeable = False
    return array


def minibatches(m, batch_size, rng=None):
    # sort the rows by random keys; without a generator the keys are the rows themselves
    order = frozen(np.argsort(np.arange(m) if rng is None else rng.random(m), kind="stable"))
    number = -(-m // batch_size)
    return [order[slice(i * batch_size, (i + 1) * batch_size)] for i in range(number)]


def _inverse(a):
    if a <= 0 or a >= 1:
        raise ValueError(f"{a} is not between 0 and 1")
    return np.log(a / (1 - a))


def inverse_sigmoid(a):
    if np.size(a) == 0:
        return np.array(a, dtype=float)
    return np.vectorize(_inverse, otypes=[float])(a)


def log_softmax(Z):
    Z = np.asarray(Z, dtype=float)
    with np.errstate(over="ignore", under="ignore"):
        # logaddexp does the subtraction of the maximum by itself
        return Z - np.logaddexp.reduce(Z, axis=-1, keepdims=True)


def softmax(Z):
    with np.errstate(under="ignore"):
        A = np.exp(log_softmax(Z))
        # logits of a thousand leave an error of 1e-13, which this takes away
        return frozen(np.asfortranarray(A / A.sum(axis=-1, keepdims=True)))


def one_hot(labels, c):
    labels = np.asarray(labels)
    if ((labels < 0) | (labels >= c)).any():
        raise ValueError(f"class numbers go from 0 to {c - 1}")
    return np.eye(c)[labels]


def check_targets(outputs, Y):
    if np.shape(outputs) != np.shape(Y):
        raise ValueError(f"outputs have shape {np.shape(outputs)} but Y has {np.shape(Y)}")
    if np.any(np.abs(np.sum(Y, axis=-1) - 1) > 1e-6):
        raise ValueError("every row of Y must add up to 1")


def cross_entropy(A, Y, eps=1e-12):
    check_targets(A, Y)
    A = np.asarray(A, dtype=float)
    # tensordot over both axes leaves an array without any
    return np.tensordot(-np.asarray(Y) / len(A), np.log(A.clip(eps, 1 - eps)), axes=2)


def softmax_jacobian(a):
    a = np.asarray(a, dtype=float)
    J = np.einsum("i,j->ij", -a, a)
    np.einsum("ii->i", J)[:] += a
    return frozen(J.T)


def softmax_ce_gradient(Z, Y):
    check_targets(Z, Y)
    return np.einsum(",ij->ij", 1 / len(Z), softmax(Z) - Y, order="F")


class MultiClassNet:
    def __init__(self, params):
        self.params = {name: np.array(value, dtype=float) for name, value in params.items()}
        self.losses = []

    def forward(self, X):
        A1 = sigmoid(linear_forward(X, self.params["W1"], self.params["b1"]))
        return A1, linear_forward(A1, self.params["W2"], self.params["b2"])

    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        X, Y = np.asarray(X, dtype=float), np.asarray(Y, dtype=float)
        losses = np.full(epochs, np.nan)
        for epoch in range(epochs):
            for batch in minibatches(len(X), batch_size, rng):
                x, y = X.take(batch, axis=0), Y.take(batch, axis=0)
                hidden, logits = self.forward(x)
                dZ2 = softmax_ce_gradient(logits, y)
                dZ1 = np.einsum("bc,kc,bk,bk->bk", dZ2, self.params["W2"], hidden, 1 - hidden, optimize=True)
                slopes = {
                    "W1": np.einsum("bn,bk->nk", x, dZ1, optimize=True),
                    "b1": dZ1.sum(axis=0, keepdims=True),
                    "W2": np.einsum("bk,bc->kc", hidden, dZ2, optimize=True),
                    "b2": dZ2.sum(axis=0, keepdims=True),
                }
                self.params = {name: self.params[name] - lr * slopes[name] for name in slopes}
            # exact also where a probability rounds to 0
            losses[epoch] = -np.mean(np.sum(Y * log_softmax(self.forward(X)[1]), axis=1))
        self.losses = list(losses)
        return self

    def predict(self, X):
        return frozen(self.forward(X)[1].argmax(axis=1))


if __name__ == "__main__":
    import figures

    figures.softmax_examples(sys.modules[__name__])
    figures.digits(sys.modules[__name__])
