import numpy as np


def forward(X, W, b):
    X, W, b = (np.asarray(v, dtype=float) for v in (X, W, b))
    return X @ W + b


def linear_backward(X, W, dZ):
    X, W, dZ = (np.asarray(v, dtype=float) for v in (X, W, dZ))
    return dZ @ W.T, X.T @ dZ, dZ.sum(axis=0, keepdims=True)
