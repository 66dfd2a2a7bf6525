# Named tuples and a trainer class.
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a01_gradient_descent_line import predict
from collections import OrderedDict, namedtuple

Sample = namedtuple("Sample", "x y")
Line = namedtuple("Line", "w b")
Fit = namedtuple("Fit", "slope intercept")


def load_bmi_target():
    from sklearn import datasets

    diabetes = datasets.load_diabetes()
    column = diabetes.feature_names.index("bmi")
    return Sample(diabetes.data[:, column].copy(), diabetes.target.copy())


class Trainer:
    """Holds a line, moves it sample by sample and counts."""

    def __init__(self, w, b, rate):
        self.w, self.b, self.rate = float(w), float(b), float(rate)
        self.updates = 0

    @property
    def line(self):
        return Line(self.w, self.b)

    def see(self, x_i, y_i):
        error = self.w * x_i + self.b - y_i
        self.w -= self.rate * error * x_i
        self.b -= self.rate * error
        self.updates += 1

    def pass_over(self, x, y):
        for x_i, y_i in zip(np.asarray(x, dtype=float).tolist(), np.asarray(y, dtype=float).tolist()):
            self.see(x_i, y_i)
        return self.line


def sgd_step(x_i, y_i, w, b, rate):
    trainer = Trainer(w, b, rate)
    trainer.see(float(x_i), float(y_i))
    return trainer.line


def sgd_epoch(x, y, w, b, rate):
    return Trainer(w, b, rate).pass_over(x, y)


def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    trainer = Trainer(w, b, rate)
    history = [trainer.pass_over(x, y) for _ in range(epochs)]
    return OrderedDict(
        w=trainer.w,
        b=trainer.b,
        history=np.array(history, dtype=float).reshape(epochs, 2),
        updates=trainer.updates,
    )


def line_segment(w, b, x_left=-0.1, x_right=0.15):
    ends = [Sample(x, predict(x, w, b)) for x in (x_left, x_right)]
    return np.array(ends, dtype=float)


def least_squares_line(x, y):
    centre = Sample(np.mean(x, dtype=float), np.mean(y, dtype=float))
    u = np.asarray(x, dtype=float) - centre.x
    v = np.asarray(y, dtype=float) - centre.y
    slope = float(u @ v / (u @ u))
    return Fit(slope, float(centre.y - slope * centre.x))


def mean_squared_error(y_hat, y):
    y_hat, y = np.asarray(y_hat, dtype=float), np.asarray(y, dtype=float)
    if y_hat.ndim and y_hat.shape != y.shape:
        raise ValueError("the shapes of y_hat and y differ")
    return float(np.square(y_hat - y).mean())
