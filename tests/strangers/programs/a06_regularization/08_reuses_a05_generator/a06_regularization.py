import sys
from itertools import islice

import matplotlib.pyplot as plt
import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import binary_cross_entropy, sigmoid
from a05_data_and_batches import Standardizer, full_batch_step, three_way_split
from sklearn.datasets import load_breast_cancer


def entries(w):
    """All numbers in w, however deep they are."""
    if np.ndim(w) == 0:
        yield float(w)
    else:
        for part in w:
            yield from entries(part)


# %% task="A06.1"
def l1_norm(w):
    """The sum of the absolute values of all entries."""
    return float(sum(map(abs, entries(w))))


# %% task="A06.2"
def l2_norm(w):
    """The square root of the sum of the squares of all entries."""
    return sum(v * v for v in entries(w)) ** 0.5


# %% task="A06.3"
def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    """The mean cross-entropy of a batch plus the penalty on the weights."""
    loss = np.mean(binary_cross_entropy(a, y))
    if l1:
        loss = loss + l1 * l1_norm(w)
    if l2:
        loss = loss + l2 / 2 * sum(v * v for v in entries(w))
    return loss


# %% task="A06.4"
def l1_gradient(w, strength):
    """The slope of the L1 penalty."""
    w = np.asarray(w, dtype=float)
    slope = np.zeros(w.shape)
    slope[w > 0] = strength
    slope[w < 0] = -strength
    return slope


# %% task="A06.5"
def l2_gradient(w, strength):
    """The slope of the L2 penalty."""
    return np.full(np.shape(w), strength, dtype=float) * w


# %% task="A06.6"
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    """The step of A05 goes down the data's slope; the penalties' part is added to it."""
    if np.shape(y) != np.shape(x)[:-1]:
        raise ValueError(f"expected labels of shape {np.shape(x)[:-1]}, got {np.shape(y)}")
    if np.ndim(x) == 1:
        x, y = np.array([x]), np.array([y])
    new_w, new_b = full_batch_step(x, y, w, b, lr)
    return new_w - lr * (l1_gradient(w, l1) + l2_gradient(w, l2)), new_b


# %% task="A06.7"
class RegularizedNeuron:
    """A logistic neuron trained with L1 and L2 penalties on the full batch."""

    def __init__(self):
        self.w = None
        self.b = 0.0
        self.losses = []

    @staticmethod
    def descend(X, y, lr, l1, l2):
        """Yield weights and bias after each step, without end."""
        w, b = np.zeros(X.shape[1]), 0.0
        while True:
            w, b = regularized_update(X, y, w, b, lr, l1, l2)
            yield w, b

    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        X = np.asarray(X)
        if np.shape(y) != (len(X),):
            raise ValueError(f"expected labels of shape ({len(X)},), got {np.shape(y)}")
        self.w, self.b = np.zeros(X.shape[1]), 0.0
        self.losses = []
        for self.w, self.b in islice(self.descend(X, y, lr, l1, l2), steps):
            a = sigmoid(np.sum(self.w * X, axis=1) + self.b)
            self.losses.append(regularized_loss(a, y, self.w, l1, l2))
        return self

    def predict(self, X):
        return (np.sum(self.w * X, axis=1) + self.b >= 0).astype(int)


# My own experiment: 40 steps on the tumours, with a strong and a weak penalty
X, y = load_breast_cancer(return_X_y=True)
X_tr, X_va, X_te, y_tr, y_va, y_te = three_way_split(X, y, 0.2, 0.2, np.random.default_rng(0))
scaler = Standardizer().fit(X_tr)
for strength in (0.001, 0.1):
    neuron = RegularizedNeuron().fit(scaler.transform(X_tr), y_tr, 0.1, 40, l2=strength)
    plt.plot(neuron.losses, label=f"l2 = {strength}")
    print(strength, l2_norm(neuron.w), np.mean(neuron.predict(scaler.transform(X_va)) == y_va))
plt.legend()
plt.show()

if __name__ == "__main__":
    import figures

    figures.penalties(sys.modules[__name__])
