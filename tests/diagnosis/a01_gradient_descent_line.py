"""The misconceptions of A01 written anew in another style: the diagnosis is measured on them."""

import numpy as np
from a01_gradient_descent_line import *
from paraphrases import paraphrase


@paraphrase("A01.1", "intercept-forgotten")
def predict(x, w, b):
    x = np.asarray(x, dtype=np.float32)
    return sum([x * np.float32(w)])


@paraphrase("A01.1", "slope-and-intercept-swapped")
def predict(x, w, b):
    w, b = b, w
    flat = [w * float(value) + b for value in np.ravel(x)]
    return np.array(flat).reshape(np.shape(x))


@paraphrase("A01.1", "integer-result")
def predict(x, w, b):
    line = np.array(x)
    for place in np.ndindex(line.shape):
        line[place] = line[place] * w + b
    return line


@paraphrase("A01.2", "half-forgotten")
def half_squared_error(y_hat, y):
    if np.ndim(y_hat) > 0 and np.ndim(y) > 0 and np.shape(y_hat) != np.shape(y):
        raise ValueError("predictions and targets don't match")
    return np.power(y_hat, 2) - 2 * np.multiply(y_hat, y) + np.power(y, 2)


@paraphrase("A01.2", "not-squared")
def half_squared_error(y_hat, y):
    y_hat, y = np.array(y_hat, dtype=float), np.array(y, dtype=float)
    if y_hat.shape and y.shape and y_hat.shape != y.shape:
        raise ValueError
    y_hat, y = np.broadcast_arrays(y_hat, y)
    costs = np.empty(y_hat.shape)
    for place in np.ndindex(costs.shape):
        error = y_hat[place] - y[place]
        costs[place] = 0.5 * (error if error > 0 else -error)
    return costs


@paraphrase("A01.2", "averaged-too-early")
def half_squared_error(y_hat, y):
    if np.ndim(y_hat) and np.ndim(y) and np.shape(y_hat) != np.shape(y):
        raise ValueError("two arrays of different shapes")
    errors = np.ravel(np.subtract(y_hat, y))
    return errors @ errors / (2 * len(errors))


@paraphrase("A01.2", "shapes-broadcast")
def half_squared_error(y_hat, y):
    error = np.subtract(y_hat, y, dtype=np.float32)
    half = error * np.float32(0.5)
    return half * error


@paraphrase("A01.3", "cost-for-its-derivative")
def chain_factors(x, y, w, b):
    first = half_squared_error(predict(x, w, b), y)
    second = np.array(x)
    return [first, second, second * 0 + 1]


@paraphrase("A01.3", "slope-derivative-is-one")
def chain_factors(x, y, w, b):
    if np.ndim(x) == 0:
        return w * x + b - y, 1.0, 1.0
    first = np.array([w * x_i + b - y_i for x_i, y_i in zip(x, y, strict=True)])
    ones = np.ones(len(first))
    return first, ones, ones


@paraphrase("A01.3", "error-sign-flipped")
def chain_factors(x, y, w, b):
    x, y = np.float32(x), np.float32(y)
    residual = y - np.float32(b) - x * np.float32(w)
    return residual, x, np.full(np.shape(x), 1, dtype=np.float32)


@paraphrase("A01.3", "intercept-derivative-is-x")
def chain_factors(x, y, w, b):
    table = np.zeros((3, np.size(x)))
    for k, (x_k, y_k) in enumerate(zip(np.ravel(x), np.ravel(y), strict=True)):
        table[0, k] = x_k * w - y_k + b
        table[1:, k] = x_k
    return tuple(row.reshape(np.shape(x)) for row in table)


@paraphrase("A01.4", "sum-for-mean")
def gradient(x, y, w, b):
    x, y = np.array(x, dtype=float), np.array(y, dtype=float)
    if x.shape != y.shape:
        raise ValueError("x and y differ in shape")
    dw, db = 0.0, 0.0
    for x_i, y_i in zip(x.ravel(), y.ravel(), strict=True):
        dw += (w * x_i + b - y_i) * x_i
        db += w * x_i + b - y_i
    return dw, db


@paraphrase("A01.4", "factor-two")
def gradient(x, y, w, b):
    x, y = np.atleast_1d(np.float32(x)), np.atleast_1d(np.float32(y))
    if x.shape != y.shape:
        raise ValueError("x and y differ in shape")
    scale = np.float32(2 / x.size)
    off = np.float32(w) * x + np.float32(b) - y
    return scale * np.dot(off, x), scale * off.sum()


@paraphrase("A01.4", "error-sign-flipped")
def gradient(x, y, w, b):
    if np.shape(x) != np.shape(y):
        raise ValueError("x and y differ in shape")
    x, y = np.atleast_1d(x), np.atleast_1d(y)
    design = np.column_stack([x, np.ones(len(x))])
    dw, db = design.T @ (y - design @ [w, b]) / len(x)
    return dw, db


@paraphrase("A01.4", "intercept-slope-times-x")
def gradient(x, y, w, b):
    if np.shape(x) != np.shape(y):
        raise ValueError("x and y differ in shape")
    m, total = np.size(x), 0.0
    for x_i, y_i in zip(np.ravel(x), np.ravel(y), strict=True):
        total += x_i * (x_i * w + b - y_i) / m
    return total, total


@paraphrase("A01.4", "x-forgotten")
def gradient(x, y, w, b):
    if np.shape(x) != np.shape(y):
        raise ValueError("x and y differ in shape")
    mean_error = w * np.mean(x) + b - np.mean(y)
    return np.array([mean_error, mean_error])


@paraphrase("A01.4", "mean-of-factors")
def gradient(x, y, w, b):
    if np.shape(x) != np.shape(y):
        raise ValueError("x and y differ in shape")
    m = np.size(x)
    factors = [np.ravel(factor) for factor in chain_factors(x, y, w, b)]
    first, second, third = (sum(factor.tolist()) / m for factor in factors)
    return first * second, first * third


@paraphrase("A01.4", "shapes-broadcast")
def gradient(x, y, w, b):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    residual = (x * w - y) + b
    return (x * residual).sum() / residual.size, residual.sum() / residual.size


@paraphrase("A01.5", "forward-difference")
def numerical_gradient(f, theta, h=1e-5):
    here = np.array(theta, dtype=np.float64)
    flat, slopes, bottom = here.reshape(-1), [], f(here.copy())
    for k in range(flat.size):
        kept = flat[k]
        flat[k] = kept + h
        slopes.append((f(here.copy()) - bottom) / h)
        flat[k] = kept
    return np.array(slopes).reshape(here.shape)


@paraphrase("A01.5", "divided-by-h")
def numerical_gradient(f, theta, h=1e-5):
    here = np.asarray(theta, dtype=float)
    steps = np.eye(here.size) * h
    rises = [f(here + s.reshape(here.shape)) - f(here - s.reshape(here.shape)) for s in steps]
    return np.reshape(rises, here.shape) / h


@paraphrase("A01.5", "all-entries-at-once")
def numerical_gradient(f, theta, h=1e-5):
    theta = np.array(theta, dtype=float)
    slopes = np.zeros(theta.shape)
    for place in np.ndindex(theta.shape):
        there, back = theta.copy(), theta.copy()
        there += h
        back -= h
        slopes[place] = (f(there) - f(back)) / (2 * h)
    return slopes


@paraphrase("A01.5", "integer-parameters")
def numerical_gradient(f, theta, h=1e-5):
    theta = np.asarray(theta)
    slopes = []
    for k in range(theta.size):
        step = np.zeros_like(theta)
        step.reshape(-1)[k] = h
        slopes.append((f(theta + step) - f(theta - step)) / h / 2)
    return np.array(slopes).reshape(theta.shape)


@paraphrase("A01.5", "step-cut-to-whole-numbers")
def numerical_gradient(f, theta, h=1e-5):
    here = np.array(theta)
    flat, slopes = here.reshape(-1), np.zeros(here.size)
    for k, kept in enumerate(flat.tolist()):
        for side in (1, -1):
            flat[k] = kept + side * h
            slopes[k] += side * f(here.copy()) / (2 * h)
        flat[k] = kept
    return slopes.reshape(here.shape)


@paraphrase("A01.5", "step-not-undone")
def numerical_gradient(f, theta, h=1e-5):
    theta = np.asarray(theta, dtype=float)
    values = []
    for place in np.ndindex(theta.shape):
        for move in (h, -2 * h):
            theta[place] = theta[place] + move
            values.append(f(theta.copy()))
    there, back = np.array(values).reshape(-1, 2).T
    return ((there - back) / (2 * h)).reshape(theta.shape)


@paraphrase("A01.6", "uphill")
def descend(x, y, w0, b0, lr, steps, train=("w",)):
    path = np.zeros((steps + 1, 2))
    path[0] = w0, b0
    for k in range(steps):
        slopes = gradient(x, y, path[k, 0], path[k, 1])
        path[k + 1] = path[k]
        for column, name in enumerate("wb"):
            if name in train:
                path[k + 1, column] += lr * slopes[column]
    return path


@paraphrase("A01.6", "updated-in-turn")
def descend(x, y, w0, b0, lr, steps, train=("w",)):
    theta = {"w": float(w0), "b": float(b0)}
    rows = [list(theta.values())]
    while len(rows) < steps + 1:
        for name in ("w", "b"):
            error = x * theta["w"] + theta["b"] - y
            slope = np.dot(error, x) / len(x) if name == "w" else error.sum() / len(x)
            if name in train:
                theta[name] -= lr * slope
        rows.append(list(theta.values()))
    return np.array(rows)


@paraphrase("A01.6", "both-always-trained")
def descend(x, y, w0, b0, lr, steps, train=("w",)):
    def walk(theta, left):
        if left == 0:
            return [theta]
        return [theta, *walk(theta - lr * np.array(gradient(x, y, *theta)), left - 1)]

    return np.stack(walk(np.array([w0, b0], dtype=float), steps))


@paraphrase("A01.6", "start-left-out")
def descend(x, y, w0, b0, lr, steps, train=("w",)):
    theta = np.array([w0, b0], dtype=float)
    moves = np.array([float("w" in train), float("b" in train)])
    path = np.zeros((steps, 2))
    for k in range(steps):
        error = theta[0] * x + theta[1] - y
        theta = theta - lr * moves * np.array([np.mean(error * x), np.mean(error)])
        path[k] = theta
    return path


@paraphrase("A01.6", "integer-start-truncates")
def descend(x, y, w0, b0, lr, steps, train=("w",)):
    theta = np.array([w0, b0])
    path = [theta.copy()]
    for _ in range(steps):
        dw, db = gradient(x, y, *theta)
        if "w" in train:
            theta[0] = theta[0] - lr * dw
        if "b" in train:
            theta[1] = theta[1] - lr * db
        path.append(theta.copy())
    return np.array(path)


@paraphrase("A01.7", "curvature-from-the-mean")
def critical_lr(x):
    center = sum(x) / len(x)
    curvature = center * center
    return 2 / curvature


@paraphrase("A01.7", "fastest-for-critical")
def critical_lr(x):
    squares = np.float32(x) ** 2
    return np.float32(len(squares)) / squares.sum()


@paraphrase("A01.7", "sum-for-mean")
def critical_lr(x):
    curvature = 0.0
    for x_i in x:
        curvature += x_i * x_i
    return 2.0 / curvature
