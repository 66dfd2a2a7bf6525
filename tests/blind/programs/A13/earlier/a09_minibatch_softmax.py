import numpy as np


def minibatches(m, batch_size, rng=None):
    order = np.arange(m) if rng is None else rng.permutation(m)
    return [order[i : i + batch_size] for i in range(0, m, batch_size)]


def softmax(Z):
    Z = np.asarray(Z, dtype=float)
    E = np.exp(Z - Z.max(axis=-1, keepdims=True))
    return E / E.sum(axis=-1, keepdims=True)


def check_targets(outputs, Y):
    if np.shape(outputs) != np.shape(Y):
        raise ValueError(f"outputs have shape {np.shape(outputs)} but Y has {np.shape(Y)}")
    if np.any(np.abs(np.sum(Y, axis=-1) - 1) > 1e-6):
        raise ValueError("every row of Y must add up to 1")


def cross_entropy(A, Y, eps=1e-12):
    check_targets(A, Y)
    A = np.clip(np.asarray(A, dtype=float), eps, 1 - eps)
    return float(-np.mean(np.sum(np.asarray(Y, dtype=float) * np.log(A), axis=1)))


def softmax_ce_gradient(Z, Y):
    check_targets(Z, Y)
    return (softmax(Z) - np.asarray(Y, dtype=float)) / len(Y)
