# Everything with plain loops.
import sys

import numpy as np


def predict(x, w, b):
    if np.ndim(x) == 0:
        return float(w) * float(x) + float(b)
    result = np.zeros(len(x))
    for i in range(len(x)):
        result[i] = w * float(x[i]) + b
    return result


def half_squared_error(y_hat, y):
    p_is_number = np.ndim(y_hat) == 0
    t_is_number = np.ndim(y) == 0
    if p_is_number and t_is_number:
        difference = float(y_hat) - float(y)
        return 0.5 * difference * difference
    if not p_is_number and not t_is_number:
        if np.shape(y_hat) != np.shape(y):
            raise ValueError("the shapes differ")
    shape = np.shape(y) if p_is_number else np.shape(y_hat)
    result = np.zeros(shape)
    for place in np.ndindex(shape):
        p = float(y_hat) if p_is_number else float(y_hat[place])
        t = float(y) if t_is_number else float(y[place])
        result[place] = 0.5 * (p - t) * (p - t)
    return result


def chain_factors(x, y, w, b):
    if np.ndim(x) == 0:
        return float(w) * float(x) + float(b) - float(y), float(x), 1.0
    m = len(x)
    first = np.zeros(m)
    second = np.zeros(m)
    third = np.zeros(m)
    for i in range(m):
        first[i] = w * float(x[i]) + b - float(y[i])
        second[i] = x[i]
        third[i] = 1
    return first, second, third


def gradient(x, y, w, b):
    if np.shape(x) != np.shape(y):
        raise ValueError("x and y must have the same shape")
    if np.ndim(x) == 0:
        xs, ys = [float(x)], [float(y)]
    else:
        xs = np.asarray(x, dtype=float).tolist()
        ys = np.asarray(y, dtype=float).tolist()
    w, b = float(w), float(b)
    dw = 0.0
    db = 0.0
    for i in range(len(xs)):
        error = w * xs[i] + b - ys[i]
        dw += error * xs[i]
        db += error
    return dw / len(xs), db / len(xs)


def numerical_gradient(f, theta, h=1e-5):
    if np.ndim(theta) == 0:
        right = f(float(theta) + h)
        left = f(float(theta) - h)
        return float((right - left) / (2 * h))
    shape = np.shape(theta)
    result = np.zeros(shape)
    for place in np.ndindex(*shape):
        moved = np.array(theta, dtype=float)
        moved[place] += h
        right = f(moved)
        moved = np.array(theta, dtype=float)
        moved[place] -= h
        left = f(moved)
        result[place] = (right - left) / (2 * h)
    return result


def descend(x, y, w0, b0, lr, steps, train=("w",)):
    w = float(w0)
    b = float(b0)
    rows = [[w, b]]
    step = 0
    while step < steps:
        dw, db = gradient(x, y, w, b)
        for name in train:
            if name == "w":
                w -= lr * dw
            elif name == "b":
                b -= lr * db
        rows.append([w, b])
        step += 1
    return np.array(rows)


def critical_lr(x):
    total = 0.0
    count = 0
    for value in x:
        total += float(value) * float(value)
        count += 1
    return 2 * count / total
