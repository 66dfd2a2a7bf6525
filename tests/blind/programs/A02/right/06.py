# my solution for A02
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a01_gradient_descent_line import predict


def load_bmi_target():
    # load the data
    from sklearn.datasets import load_diabetes

    diabetes = load_diabetes()
    print("data:", diabetes.data.shape)
    print("target:", diabetes.target.shape)
    x = diabetes.data[:, 2]  # bmi
    y = diabetes.target
    return (x, y)


def sgd_step(x_i, y_i, w, b, rate):
    x_i = x_i * 1.0
    y_i = y_i * 1.0
    y_hat = w * x_i + b
    err = y_hat - y_i
    # both with the same err!
    w_new = w - rate * err * x_i
    b_new = b - rate * err
    return (w_new, b_new)


def sgd_epoch(x, y, w, b, rate):
    for i in range(0, len(x)):
        x_i = x[i]
        y_i = y[i]
        w_new, b_new = sgd_step(x_i, y_i, w, b, rate)
        w = w_new
        b = b_new
    return (w, b)


def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    w = w * 1.0
    b = b * 1.0
    history_w = []
    history_b = []
    updates = 0
    for epoch in range(0, epochs):
        w, b = sgd_epoch(x, y, w, b, rate)
        history_w.append(w)
        history_b.append(b)
        updates += len(x)
    history = np.zeros((epochs, 2))
    if epochs > 0:
        history[:, 0] = history_w
        history[:, 1] = history_b
    print("trained", epochs, "epochs:", w, b)
    fit = {"w": w, "b": b, "history": history, "updates": updates}
    return fit


def line_segment(w, b, x_left=-0.1, x_right=0.15):
    y_left = w * x_left + b
    y_right = w * x_right + b
    points = [[x_left, y_left], [x_right, y_right]]
    return np.array(points)


def least_squares_line(x, y):
    x = np.array(x) * 1.0
    y = np.array(y) * 1.0
    x_bar = sum(x) / len(x)
    y_bar = sum(y) / len(y)
    top = sum((x - x_bar) * (y - y_bar))
    bottom = sum((x - x_bar) ** 2)
    slope = top / bottom
    intercept = y_bar - slope * x_bar
    print("slope", slope, "intercept", intercept)
    return (slope, intercept)


def mean_squared_error(y_hat, y):
    y_hat = np.array(y_hat) * 1.0
    y = np.array(y) * 1.0
    if y_hat.shape != ():
        if y_hat.shape != y.shape:
            print("wrong shape:", y_hat.shape, y.shape)
            raise ValueError("y_hat and y don't have the same shape")
    errors = y_hat - y
    squared_errors = errors**2
    mse = np.mean(squared_errors)
    return mse
