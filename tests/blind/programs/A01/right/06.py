# my solution for A01
import sys

import numpy as np


def predict(x, w, b):
    # y = wx + b
    x_new = np.array(x) * 1.0
    y_hat = x_new * w
    y_hat = y_hat + b
    return y_hat


def half_squared_error(y_hat, y):
    a = np.array(y_hat) * 1.0
    c = np.array(y) * 1.0
    if a.shape == ():
        ok = True
    elif c.shape == ():
        ok = True
    elif a.shape == c.shape:
        ok = True
    else:
        ok = False
    if ok == False:
        print("shapes are not the same!", a.shape, c.shape)
        raise ValueError("shapes are not the same")
    diff = a - c
    squared = diff * diff
    answer = squared / 2
    return answer


def chain_factors(x, y, w, b):
    y_hat = predict(x, w, b)
    dJ_dyhat = y_hat - np.array(y) * 1.0
    dyhat_dw = x
    dyhat_db = np.ones_like(x)  # one for every x
    return (dJ_dyhat, dyhat_dw, dyhat_db)


def gradient(x, y, w, b):
    if np.array(x).shape != np.array(y).shape:
        raise ValueError("x and y are not of the same shape")
    dJ_dyhat, dyhat_dw, dyhat_db = chain_factors(x, y, w, b)
    dw_all = dJ_dyhat * dyhat_dw
    db_all = dJ_dyhat * dyhat_db
    m = np.size(x)
    dw = np.sum(dw_all) / m
    db = np.sum(db_all) / m
    return dw, db


def numerical_gradient(f, theta, h=1e-5):
    if np.shape(theta) == ():
        number = float(theta)
        f_plus = f(number + h)
        f_minus = f(number - h)
        return (f_plus - f_minus) / (2 * h)
    theta_float = np.array(theta, dtype=float)
    result = np.zeros(theta_float.shape)
    for index, value in np.ndenumerate(theta_float):
        step = np.zeros(theta_float.shape)
        step[index] = h
        f_plus = f(theta_float + step)
        f_minus = f(theta_float - step)
        result[index] = (f_plus - f_minus) / (2 * h)
    return result


def descend(x, y, w0, b0, lr, steps, train=("w",)):
    w = w0 * 1.0
    b = b0 * 1.0
    w_list = [w]
    b_list = [b]
    for i in range(steps):
        dw, db = gradient(x, y, w, b)
        new_w = w - lr * dw
        new_b = b - lr * db
        if "w" in train:
            w = new_w
        if "b" in train:
            b = new_b
        w_list.append(w)
        b_list.append(b)
    path = np.zeros((len(w_list), 2))
    path[:, 0] = w_list
    path[:, 1] = b_list
    print("last w and b:", w, b)
    return path


def critical_lr(x):
    x_squared = (np.array(x) * 1.0) ** 2
    c = np.mean(x_squared)
    print("curvature:", c)
    lr = 2 / c
    return lr


if __name__ == "__main__":
    print(predict(2.0, 3.0, 1.0))  # 7
    print(critical_lr(np.array([1.0, 2.0, 3.0])))  # 0.43
