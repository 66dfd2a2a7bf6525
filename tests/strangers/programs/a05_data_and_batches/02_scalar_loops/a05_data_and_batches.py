import math
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import sigmoid
from a04_logistic_neuron import LogisticNeuron


# %% task="A05.1"
def half_mse(y_hat, y):
    """Half the mean squared error."""
    shape, other = np.shape(y_hat), np.shape(y)
    if shape != () and other != () and shape != other:
        raise ValueError("the shapes of y_hat and y differ")
    if shape == ():
        shape = other
    total = 0.0
    count = 0
    for place in np.ndindex(shape):
        prediction = y_hat if np.ndim(y_hat) == 0 else y_hat[place]
        target = y if np.ndim(y) == 0 else y[place]
        error = float(prediction) - float(target)
        total = total + error * error
        count = count + 1
    return total / (2 * count)


# %% task="A05.2"
def permuted_indices(m, rng):
    """The numbers 0 to m - 1 in random order, shuffled as one shuffles cards."""
    numbers = list(range(m))
    for last in range(m - 1, 0, -1):
        other = int(rng.integers(0, last + 1))
        numbers[last], numbers[other] = numbers[other], numbers[last]
    return np.array(numbers, dtype=int)


# %% task="A05.3"
def pick(rows, y, count, stratify):
    """Split the list of row numbers in `count` picked ones and the others."""
    if not stratify:
        return rows[:count], rows[count:]
    sizes = {}
    for i in rows:
        label = int(y[i])
        sizes[label] = sizes.get(label, 0) + 1
    wanted = {}
    rest = {}
    for label in sizes:
        wanted[label] = count * sizes[label] // len(rows)
        rest[label] = count * sizes[label] % len(rows)
    missing = count - sum(wanted.values())
    for label in sorted(rest, key=rest.get, reverse=True)[:missing]:
        wanted[label] += 1
    picked = []
    others = []
    for i in rows:
        label = int(y[i])
        if wanted[label] > 0:
            wanted[label] -= 1
            picked.append(i)
        else:
            others.append(i)
    return picked, others


def three_way_split(X, y, val, test, rng, stratify=True):
    """Split rows and labels at random into training, validation and test set."""
    if len(X) != len(y):
        raise ValueError("X and y differ in length")
    X = np.asarray(X)
    y = np.asarray(y)
    m = len(X)
    rows = [int(i) for i in permuted_indices(m, rng)]
    test_rows, rows = pick(rows, y, math.ceil(test * m), stratify)
    val_rows, train_rows = pick(rows, y, math.ceil(val * len(rows)), stratify)
    tables = []
    labels = []
    for numbers in (train_rows, val_rows, test_rows):
        table = np.empty((len(numbers),) + X.shape[1:], dtype=X.dtype)
        column = np.empty(len(numbers), dtype=y.dtype)
        for k, i in enumerate(numbers):
            table[k] = X[i]
            column[k] = y[i]
        tables.append(table)
        labels.append(column)
    return tuple(tables + labels)


# %% task="A05.4 A05.5"
class Standardizer:
    """Brings features to the scale of a training set."""

    def __init__(self):
        self.mean_ = None
        self.std_ = None

    def fit(self, X):
        m, n = np.shape(X)
        self.mean_ = np.zeros(n)
        self.std_ = np.ones(n)
        for j in range(n):
            column = [float(X[i][j]) for i in range(m)]
            if min(column) == max(column):
                self.mean_[j] = column[0]
                continue
            mean = math.fsum(column) / m
            self.mean_[j] = mean
            self.std_[j] = math.sqrt(math.fsum((value - mean) ** 2 for value in column) / m)
        return self

    def transform(self, X):
        if self.mean_ is None or self.std_ is None:
            raise RuntimeError("fit must be called before transform")
        if np.ndim(X) != 2 or np.shape(X)[1] != len(self.mean_):
            raise ValueError(f"X needs {len(self.mean_)} columns")
        Z = np.zeros(np.shape(X))
        for i in range(Z.shape[0]):
            for j in range(Z.shape[1]):
                Z[i, j] = (X[i][j] - self.mean_[j]) / self.std_[j]
        return Z


# %% task="A05.6"
def full_batch_step(X, y, w, b, lr):
    """One step of batch gradient descent, asked of the neuron of A04 row by row."""
    m = len(X)
    if np.shape(y) != (m,):
        raise ValueError("y must have the shape (m,)")
    neuron = LogisticNeuron()
    neuron.w = np.array(w, dtype=float)
    neuron.b = float(b)
    sum_w = np.zeros(len(neuron.w))
    sum_b = 0.0
    for i in range(m):
        a = sigmoid(neuron.forpass(X[i]))
        dw, db = neuron.backprop(X[i], a - float(y[i]))
        for j in range(len(sum_w)):
            sum_w[j] += dw[j]
        sum_b += db
    new_w = np.empty(len(sum_w))
    for j in range(len(sum_w)):
        new_w[j] = neuron.w[j] - lr * (sum_w[j] / m)
    return new_w, float(neuron.b - lr * (sum_b / m))


# %% task="A05.7"
def fit_verdict(train_acc, val_acc, good, gap):
    """under, over or ok."""
    if train_acc < good:
        return "under"
    if val_acc < train_acc:
        if train_acc - val_acc > gap:
            return "over"
    return "ok"


# %% tags=["experiment"]
if __name__ == "__main__":
    import figures

    figures.raw_against_scaled(sys.modules[__name__])
    figures.three_walks(sys.modules[__name__])
    figures.learning_curves(sys.modules[__name__])
