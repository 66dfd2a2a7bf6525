import sys

import numpy as np

# beginner's notes: n = len(x), k = len(w), s = stride


def flip(w):
    new = np.array(w)  # a copy, or else w itself would be turned round
    a = 0
    b = len(new) - 1
    while a < b:
        new[a], new[b] = new[b], new[a]
        a = a + 1
        b = b - 1
    return new


def convolve_valid(x, w):
    if len(w) > len(x):
        raise ValueError("w is longer than x")
    return correlate_valid(x, flip(w), 1)


def correlate_valid(x, w, stride=1):
    if len(w) > len(x):
        raise ValueError("w is longer than x")
    x = np.array(x) * 1.0
    w = np.array(w) * 1.0
    answer = np.array([])
    start = 0
    while start + len(w) <= len(x):
        window = x[start : start + len(w)]
        answer = np.append(answer, np.sum(window * w))
        start = start + stride
    return answer


def pad_amounts(n, k, stride, mode):
    if mode == "valid":
        return 0, 0
    elif mode == "full":
        return k - 1, k - 1
    elif mode == "same_scipy":
        if k % 2 == 1:
            return (k - 1) // 2, (k - 1) // 2
        return k // 2, k // 2 - 1
    elif mode == "same":
        out = 1
        while out * stride < n:
            out = out + 1
        total = max([(out - 1) * stride + k - n, 0])
        left = total // 2
        right = total - left
        return left, right
    raise ValueError("I don't know the mode " + str(mode))


def correlate(x, w, mode, stride=1):
    left, right = pad_amounts(len(x), len(w), stride, mode)
    big = np.zeros(len(x) + left + right)
    for i in range(len(x)):
        big[i + left] = x[i]
    answer = correlate_valid(big, w, stride)
    print("mode", mode, "stride", stride, "gives", len(answer), "numbers")
    return answer


def participation(n, k, mode):
    left, right = pad_amounts(n, k, 1, mode)
    answer = []
    for i in range(n):
        windows = 0
        for start in range(-left, n + right - k + 1):
            if start <= i < start + k:
                windows += 1
        answer.append(windows)
    return np.array(answer)
