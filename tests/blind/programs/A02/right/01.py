# Everything with plain loops.
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a01_gradient_descent_line import predict
from sklearn.datasets import load_diabetes


def load_bmi_target():
    data, target = load_diabetes(return_X_y=True)
    x = np.zeros(len(data))
    y = np.zeros(len(data))
    for i in range(len(data)):
        x[i] = data[i][2]
        y[i] = target[i]
    return x, y


def sgd_step(x_i, y_i, w, b, rate):
    prediction = float(w) * float(x_i) + float(b)
    error = prediction - float(y_i)
    slope_w = error * float(x_i)
    slope_b = error
    new_w = float(w) - float(rate) * slope_w
    new_b = float(b) - float(rate) * slope_b
    return new_w, new_b


def sgd_epoch(x, y, w, b, rate):
    i = 0
    while i < len(x):
        w, b = sgd_step(x[i], y[i], w, b, rate)
        i += 1
    return w, b


def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    history = np.empty((epochs, 2))
    updates = 0
    w = float(w)
    b = float(b)
    for k in range(epochs):
        for i in range(len(x)):
            w, b = sgd_step(x[i], y[i], w, b, rate)
            updates = updates + 1
        history[k, 0] = w
        history[k, 1] = b
    result = {}
    result["w"] = w
    result["b"] = b
    result["history"] = history
    result["updates"] = updates
    return result


def line_segment(w, b, x_left=-0.1, x_right=0.15):
    points = []
    for x in (x_left, x_right):
        points.append([float(x), float(w) * float(x) + float(b)])
    return np.array(points)


def least_squares_line(x, y):
    m = len(x)
    x_mean = 0.0
    y_mean = 0.0
    for i in range(m):
        x_mean += float(x[i]) / m
        y_mean += float(y[i]) / m
    top = 0.0
    bottom = 0.0
    for i in range(m):
        top += (float(x[i]) - x_mean) * (float(y[i]) - y_mean)
        bottom += (float(x[i]) - x_mean) * (float(x[i]) - x_mean)
    slope = top / bottom
    return slope, y_mean - slope * x_mean


def mean_squared_error(y_hat, y):
    if np.ndim(y_hat) == 0:
        total = 0.0
        for target in y:
            total += (float(y_hat) - float(target)) * (float(y_hat) - float(target))
        return total / len(y)
    if np.shape(y_hat) != np.shape(y):
        raise ValueError("y_hat and y must have the same shape")
    total = 0.0
    for i in range(len(y)):
        difference = float(y_hat[i]) - float(y[i])
        total += difference * difference
    return total / len(y)
