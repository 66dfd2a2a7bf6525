# Decorators for floats; the normal equations on centred inputs.
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a01_gradient_descent_line import predict
from functools import reduce, wraps


def with_floats(function):
    @wraps(function)
    def inner(*args, **kwargs):
        args = tuple(np.array(a, dtype=np.float64)[()] for a in args)
        kwargs = {key: np.array(a, dtype=np.float64)[()] for key, a in kwargs.items()}
        return function(*args, **kwargs)

    return inner


def load_bmi_target():
    from sklearn.datasets import load_diabetes

    data = load_diabetes()
    return np.ascontiguousarray(data.data[..., 2]), np.array(data.target, dtype=np.float64)


@with_floats
def sgd_step(x_i, y_i, w, b, rate):
    error = predict(x_i, w, b) - y_i
    dw, db = error * x_i, error
    w -= rate * dw
    b -= rate * db
    return w, b


@with_floats
def sgd_epoch(x, y, w, b, rate):
    def step(line, sample):
        (w, b), (x_i, y_i) = line, sample
        error = w * x_i + b - y_i
        return w - rate * (error * x_i), b - rate * error

    return reduce(step, zip(x, y), (w, b))


def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    line = (float(w), float(b))
    history = []
    for _ in range(epochs):
        line = sgd_epoch(x, y, *line, rate)
        history += [line]
    history = np.reshape(np.array(history, dtype=float), (-1, 2))
    return {"w": line[0], "b": line[1], "history": history, "updates": int(epochs) * len(y)}


@with_floats
def line_segment(w, b, x_left=-0.1, x_right=0.15):
    return np.array([x_left, w * x_left + b, x_right, w * x_right + b]).reshape(2, 2)


@with_floats
def least_squares_line(x, y):
    middle = x.mean()
    table = np.column_stack([x - middle, np.ones_like(x)])
    slope, height = np.linalg.solve(table.T @ table, table.T @ (y - y.mean()))
    return slope, y.mean() + height - slope * middle


@with_floats
def mean_squared_error(y_hat, y):
    if np.ndim(y_hat) != 0 and np.shape(y_hat) != np.shape(y):
        raise ValueError("y_hat has the wrong shape")
    return np.average(np.power(y_hat - y, 2))
