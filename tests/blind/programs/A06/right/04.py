"""Regularization, beginner's style."""
import numpy as np
import autograder.notebook
from a03_sigmoid_cross_entropy import binary_cross_entropy, sigmoid


def l1_norm(w):
    w = np.array(w).astype(float)
    absolute = np.abs(w)
    result = absolute.sum()
    return result


def l2_norm(w):
    w = np.array(w).astype(float)
    squares = w * w
    total = squares.sum()
    result = total ** 0.5
    return result


def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    shape_a = np.shape(a)
    shape_y = np.shape(y)
    if shape_a != shape_y:
        raise ValueError("a and y have different shapes")
    a = np.array(a).astype(float)
    y = np.array(y).astype(float)
    w = np.array(w).astype(float)
    bce = binary_cross_entropy(a, y)
    mean_bce = np.mean(bce)
    l1_penalty = l1 * l1_norm(w)
    l2_penalty = 0.5 * l2 * np.sum(w * w)
    return mean_bce + l1_penalty + l2_penalty


def l1_gradient(w, strength):
    w = np.array(w).astype(float)
    positive = (w > 0) * 1.0
    negative = (w < 0) * 1.0
    return strength * positive - strength * negative


def l2_gradient(w, strength):
    w = np.array(w).astype(float)
    return w * strength


def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    x = np.array(x).astype(float)
    y = np.array(y).astype(float)
    w = np.array(w).astype(float)

    if x.ndim == 1:
        # one sample
        z = np.sum(w * x) + b
        error = sigmoid(z) - y
        dw = error * x
        db = error
    else:
        # many samples
        m = x.shape[0]
        if y.ndim != 1:
            raise ValueError("y must have one axis")
        if y.shape[0] != m:
            raise ValueError("y must have m entries")
        z = np.sum(w * x, axis=1) + b
        error = sigmoid(z) - y
        dw = np.zeros(len(w))
        for j in range(len(w)):
            dw[j] = np.mean(error * x[:, j])
        db = np.mean(error)

    dw = dw + l1_gradient(w, l1)
    dw = dw + l2_gradient(w, l2)
    new_w = w - lr * dw
    new_b = b - lr * db
    return new_w, float(new_b)


class RegularizedNeuron:
    def __init__(self):
        self.w = None
        self.b = 0.0
        self.losses = []

    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        X = np.array(X).astype(float)
        y = np.array(y).astype(float)
        n = X.shape[1]
        self.w = np.zeros(n)
        self.b = 0.0
        self.losses = []
        for step in range(steps):
            new_w, new_b = regularized_update(X, y, self.w, self.b, lr, l1, l2)
            self.w = new_w
            self.b = new_b
            z = np.sum(self.w * X, axis=1) + self.b
            a = sigmoid(z)
            loss = regularized_loss(a, y, self.w, l1, l2)
            self.losses.append(loss)
        return self

    def predict(self, X):
        return (np.sum(self.w * X, axis=1) + self.b >= 0).astype(int)


if __name__ == "__main__":
    print("l1:", l1_norm(np.array([3.0, -4.0])))
    print("l2:", l2_norm(np.array([3.0, -4.0])))
