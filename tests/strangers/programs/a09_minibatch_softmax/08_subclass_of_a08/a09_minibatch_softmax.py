# A09, built on A08
import functools
import inspect
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import sigmoid
from a07_matrix_form import forward as linear_forward
from a08_two_layer_network import TwoLayerNet, hidden_delta, init_params, output_grads


float_array = functools.partial(np.asarray, dtype=float)


def minibatches(m, batch_size, rng=None):
    rows = np.arange(m)
    shuffled = rows if rng is None else rng.permuted(rows)
    full, rest = divmod(m, batch_size)
    batches = list(shuffled[: full * batch_size].reshape(full, batch_size))
    return batches + [shuffled[-rest:]] if rest else batches


def inverse_sigmoid(a):
    a = float_array(a)
    if (bad := (a <= 0) | (a >= 1)).any():
        raise ValueError(f"{np.count_nonzero(bad)} entries are not between 0 and 1")
    z = np.negative(np.log(np.reciprocal(a) - 1))
    return z.item() if z.shape == () else z


def softmax(Z):
    rows = np.atleast_2d(float_array(Z))
    E = np.exp((rows.T - rows.max(axis=1)).T)
    return (E / E.sum(axis=1, keepdims=True)).reshape(np.shape(Z))


def one_hot(labels, c):
    labels = np.asarray(labels)
    if len(labels) and (np.min(labels) < 0 or np.max(labels) > c - 1):
        raise ValueError("there is no such class")
    Y = np.zeros((len(labels), c))
    np.put_along_axis(Y, labels[:, None].astype(int), 1.0, axis=1)
    return Y


def check_targets(outputs, Y):
    if np.shape(outputs) != np.shape(Y):
        raise ValueError(f"outputs have shape {np.shape(outputs)} but Y has {np.shape(Y)}")
    if np.any(np.abs(np.sum(Y, axis=-1) - 1) > 1e-6):
        raise ValueError("every row of Y must add up to 1")


def guarded(function):
    """Call the guard for targets before the function itself."""

    signature = inspect.signature(function)

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        outputs, Y, *_ = signature.bind(*args, **kwargs).arguments.values()
        check_targets(outputs, Y)
        return function(*args, **kwargs)

    return wrapper


@guarded
def cross_entropy(A, Y, eps=1e-12):
    terms = np.where(np.asarray(Y) != 0, Y * np.log(np.clip(A, eps, 1 - eps)), 0.0)
    return -terms.sum() / len(A)


def softmax_jacobian(a):
    column = float_array(a).reshape(-1, 1)
    return np.diagflat(column) - column @ column.T


@guarded
def softmax_ce_gradient(Z, Y):
    A = softmax(Z)
    return (A - Y) / A.shape[0]


class MultiClassNet(TwoLayerNet):
    """A08's network with softmax on top; the constructor is A08's."""

    def forward(self, X):
        """Return the hidden activations (m, k) and the logits (m, c) of the rows of X; given."""
        A1 = sigmoid(linear_forward(X, self.params["W1"], self.params["b1"]))
        return A1, linear_forward(A1, self.params["W2"], self.params["b2"])

    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        X, Y = np.array(X, dtype=float), np.array(Y, dtype=float)
        self.losses = []
        for _ in range(epochs):
            for rows in minibatches(len(X), batch_size, rng):
                self._step(X[rows], Y[rows], lr)
            A = softmax(self.forward(X)[1])
            self.losses.append(cross_entropy(A, Y))
        return self

    def _step(self, X, Y, lr):
        A1, Z2 = self.forward(X)
        dZ2 = softmax_ce_gradient(Z2, Y)
        dZ1 = hidden_delta(dZ2, self.params["W2"], A1)
        names = "W1", "b1", "W2", "b2"
        slopes = *output_grads(X, dZ1), *output_grads(A1, dZ2)
        for name, slope in zip(names, slopes):
            self.params[name] = self.params[name] - lr * slope

    def predict(self, X):
        return np.argmax(self.forward(np.array(X, dtype=float))[1], axis=1)


if __name__ == "__main__":
    import figures

    figures.softmax_examples(sys.modules[__name__])
    start = init_params(64, 30, np.random.default_rng(0), out=10)
    print({name: value.shape for name, value in start.items()})
    figures.digits(sys.modules[__name__])
