"""A04, everything number by number, with the functions that I already have."""

import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a01_gradient_descent_line import chain_factors
from a01_gradient_descent_line import predict as line
from a03_sigmoid_cross_entropy import binary_cross_entropy, logistic_gradient, sigmoid


# %% task="A04.1"
def linear_gradient(X, y, w, b):
    """Slopes of the mean half squared error, (dw, db)."""
    m, n = np.shape(X)
    if np.shape(y) != (m,):
        raise ValueError("y has to be of shape (m,)")
    dw = [0.0] * n
    db = 0.0
    for i in range(m):
        row = [float(X[i][j]) for j in range(n)]
        target = float(y[i])
        z = float(b)
        for j in range(n):
            z = line(row[j], float(w[j]), z)
        db += z - target
        for j in range(n):
            # Seen from weight j, all the other features are part of the intercept.
            others = float(b)
            for k in range(n):
                if k != j:
                    others += float(w[k]) * row[k]
            dcost, dw_j, _ = chain_factors(row[j], target, float(w[j]), others)
            dw[j] += float(dcost) * float(dw_j)
    for j in range(n):
        dw[j] /= m
    return np.array(dw), db / m


# %% task="A04.2 A04.3 A04.4 A04.5"
class LogisticNeuron:
    """A neuron that answers with the probability of class 1."""

    def __init__(self):
        self.w = None
        self.b = 0.0
        self.losses = []

    def forpass(self, x):
        """Weighted sum of one sample."""
        if np.shape(x) != np.shape(self.w):
            raise ValueError("x and w have different shapes")
        z = self.b
        for x_j, w_j in zip(x, self.w):
            z = line(float(x_j), float(w_j), z)
        return float(z)

    def backprop(self, x, err):
        """Slopes for w and b."""
        dw = []
        for x_j in x:
            dw.append(err * float(x_j))
        return np.array(dw), err

    def fit(self, X, y, lr, epochs, order=None):
        """Train sample by sample."""
        m, n = np.shape(X)
        labels = []
        for label in y:
            if np.ndim(label) == 0:
                labels.append(float(label))
            else:
                for entry in label:
                    labels.append(float(entry))
        if len(labels) != m:
            raise ValueError("the number of labels and of rows differ")
        if order is None:
            order = range(m)
        self.w = np.zeros(n)
        self.b = 0.0
        self.losses = []
        for _ in range(epochs):
            total = 0.0
            for i in order:
                i = int(i)
                a = sigmoid(self.forpass(X[i]))
                total += float(binary_cross_entropy(a, labels[i]))
                dw, db = logistic_gradient(X[i], labels[i], self.w, self.b)
                new_w = np.zeros(n)
                for j in range(n):
                    new_w[j] = self.w[j] - lr * dw[j]
                self.w = new_w
                self.b = float(self.b - lr * db)
            self.losses.append(total / m)
        return self

    def predict(self, X, threshold=0.5):
        """Classes, 0 or 1."""
        classes = np.zeros(len(X), dtype=int)
        for i in range(len(X)):
            if sigmoid(self.forpass(X[i])) >= threshold:
                classes[i] = 1
        return classes


# %% task="A04.6"
def decision_boundary(x1, w, b):
    """x2 on the boundary."""
    if w[1] == 0:
        raise ValueError("upright boundary")
    if np.ndim(x1) == 0:
        return -(float(w[0]) * float(x1) + b) / float(w[1])
    x2 = np.empty(np.shape(x1))
    for place in np.ndindex(x2.shape):
        x2[place] = decision_boundary(np.asarray(x1)[place], w, b)
    return x2


# %% tags=["experiment"]
if __name__ == "__main__":
    import figures

    figures.boundaries(sys.modules[__name__])
    figures.far_point(sys.modules[__name__])
