import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a01_gradient_descent_line import predict


# my solution for assignment 3

def encode_labels(labels, positive):
    m = len(labels)
    y = np.zeros(m)
    count = 0
    for i in range(m):
        if labels[i] == positive:
            y[i] = 1
            count = count + 1
    print("positive labels:", count, "of", m)
    if count == 0:
        raise ValueError("positive label not found, misspelt?")
    return y


def odds_and_logit(p):
    p = np.array(p, dtype="float64")
    # test first
    bad1 = p <= 0
    bad2 = p >= 1
    number_bad = np.sum(bad1) + np.sum(bad2)
    if number_bad > 0:
        print("bad values in p")
        raise ValueError("p has to be in (0, 1)")
    one_minus_p = 1 - p
    odds = p / one_minus_p
    logit = np.log(odds)
    return (odds, logit)


def sigmoid(z):
    z = np.array(z, dtype="float64")
    # exp can become inf here, then 1 / inf = 0 and that is right
    bottom = 1 + np.exp(-z)
    a = 1 / bottom
    return a


def check(u, v):
    if np.ndim(u) == 0:
        return
    if np.ndim(v) == 0:
        return
    if np.shape(u) != np.shape(v):
        raise ValueError("shapes are different")


def binary_cross_entropy(a, y, eps=1e-12):
    check(a, y)
    a = np.array(a, dtype="float64")
    y = np.array(y, dtype="float64")
    a = np.where(a < eps, eps, a)
    a = np.where(a > 1 - eps, 1 - eps, a)
    term1 = y * np.log(a)
    term2 = (1 - y) * np.log(1 - a)
    L = -(term1 + term2)
    return L


def bce_with_logits(z, y):
    check(z, y)
    z = np.array(z, dtype="float64")
    y = np.array(y, dtype="float64")
    absz = np.abs(z)
    part1 = np.maximum(z, 0)
    part2 = z * y
    part3 = np.log1p(np.exp(-absz))
    L = part1 - part2 + part3
    return L


def logistic_chain(x, y, w, b):
    x = np.array(x, dtype="float64")
    y = np.array(y, dtype="float64")
    z = predict(x, w, b)
    a = sigmoid(z)
    dL_da = -(y / a) + (1 - y) / (1 - a)
    da_dz = a * (1 - a)
    dz_dw = x * 1.0
    dz_db = x * 0.0 + 1.0
    return (dL_da, da_dz, dz_dw, dz_db)


def logistic_gradient(x, y, w, b):
    x = np.array(x, dtype="float64")
    w = np.array(w, dtype="float64")
    if x.shape != w.shape:
        raise ValueError("x and w must have the same shape")
    z = np.sum(w * x) + b
    a = sigmoid(z)
    dz = a - y
    dw = dz * x
    db = dz
    return (dw, db)
