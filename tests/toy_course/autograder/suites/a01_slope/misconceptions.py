"""Mistakes of the toy course's A01."""

import numpy as np
from a01_slope import *

from autograder.checks import misconception


@misconception(
    "A01.3", "sum-for-mean",
    en=("The slopes are summed, not averaged", "The cost is a mean."),
    ko=("평균이 아니라 합을 냈습니다", "비용은 평균입니다."),
)  # fmt: skip
def gradient(x, y, w, b):
    error = predict(x, w, b) - y
    return np.sum(error * x), np.sum(error)


@misconception(
    "A01.4", "uphill",
    en=("The steps go uphill", "Descent goes against the slope."),
    ko=("위로 올라갑니다", "하강은 기울기의 반대 방향입니다."),
)  # fmt: skip
def descend(x, y, w0, b0, lr, steps, train=("w", "b")):
    w, b = float(w0), float(b0)
    path = [(w, b)]
    for _ in range(steps):
        dw, db = gradient(x, y, w, b)
        w, b = w + lr * dw * ("w" in train), b + lr * db * ("b" in train)
        path.append((w, b))
    return np.array(path)
