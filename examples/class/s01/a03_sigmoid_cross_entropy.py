# %% id="imports"
import sys

import numpy as np
from a01_gradient_descent_line import predict

# %% task="A03.1"
def encode_labels(labels, positive):
    """Return 1.0 for each label of the positive class and 0.0 for every other.

    Parameters
    ----------
    labels : list of str, or array of shape (m,)
        The labels: text or integers.
    positive : str or int
        The label that counts as 1. Only labels equal to it do.

    Returns
    -------
    array of shape (m,), float64
        0.0 and 1.0, in the order of ``labels``.

    Raises
    ------
    ValueError
        If no label equals ``positive``: most likely it is misspelt.
    """
    is_positive = np.asarray(labels) == positive
    if not np.any(is_positive):
        raise ValueError(f"none of the labels is {positive!r}")
    return is_positive.astype(float)


# %% task="A03.2"
def odds_and_logit(p):
    """Return the odds of a probability, and their natural logarithm.

    Parameters
    ----------
    p : float or array of any shape
        Probabilities, each above 0 and below 1.

    Returns
    -------
    odds : float or array
        ``p / (1 - p)``.
    logit : float or array
        The natural logarithm of the odds.

        A tuple of the two, each with the shape of ``p``.

    Raises
    ------
    ValueError
        If any entry of ``p`` is 0 or less, or 1 or more.
    """
    p = np.asarray(p, dtype=float)
    if np.any((p <= 0) | (p >= 1)):
        raise ValueError("a probability must lie between 0 and 1, the ends excluded")
    odds = p / (1 - p)
    return odds, np.log(odds)


# %% task="A03.3"
def sigmoid(z):
    return 1 / (1 + np.exp(-np.asarray(z, dtype=float)))

# %% task="A03.4"
def binary_cross_entropy(a, y, eps=1e-12):
    """Return the cross-entropy of each predicted probability.

    Parameters
    ----------
    a : float or array
        Predicted probabilities of class 1, from 0 to 1, the ends included.
    y : float or array
        Labels, each 0 or 1: the shape of ``a``, or a single number.
    eps : float
        ``a`` is clipped to ``[eps, 1 - eps]`` before anything else.

    Returns
    -------
    float or array
        ``-(y * log(a) + (1 - y) * log(1 - a))`` for each entry, with natural logarithms: the shape
        of whichever of the two is an array. Always finite.

    Raises
    ------
    ValueError
        If both are arrays and their shapes differ, ``(m,)`` with ``(m, 1)`` included.
    """
    a, y = np.asarray(a), np.asarray(y)
    if a.ndim and y.ndim and a.shape != y.shape:
        raise ValueError(f"a has shape {a.shape} but y has shape {y.shape}")
    a = np.clip(a, eps, 1 - eps)
    return -(y * np.log(a) + (1 - y) * np.log(1 - a))


# %% task="A03.5"
def bce_with_logits(z, y):
    """Return the cross-entropy of each logit: that of ``a = sigmoid(z)``, without the detour.

    Parameters
    ----------
    z : float or array
        Logits: any finite numbers, however large.
    y : float or array
        Labels, each 0 or 1: the shape of ``z``, or a single number.

    Returns
    -------
    float or array
        The cost of each entry: the shape of whichever of the two is an array. Right for every
        ``z``: nothing is clipped, and nothing is nan or infinite.

    Raises
    ------
    ValueError
        If both are arrays and their shapes differ, ``(m,)`` with ``(m, 1)`` included.
    """
    z, y = np.asarray(z), np.asarray(y)
    if z.ndim and y.ndim and z.shape != y.shape:
        raise ValueError(f"z has shape {z.shape} but y has shape {y.shape}")
    return np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))


# %% task="A03.6"
def logistic_chain(x, y, w, b):
    """Return the four factors from which the chain rule builds the slopes of the cross-entropy.

    The unit has one feature: ``z = w * x + b`` and ``a = sigmoid(z)``.

    Parameters
    ----------
    x : float or array of shape (m,)
        Inputs.
    y : float or array of shape (m,)
        Labels, each 0 or 1, with the shape of ``x``.
    w, b : float
        Weight and bias; ``z`` stays between -30 and 30, so that ``a`` is neither 0 nor 1.

    Returns
    -------
    dL_da : float or array of shape (m,)
        Derivative of the cross-entropy by the activation.
    da_dz : float or array of shape (m,)
        Derivative of the activation by the line's output.
    dz_dw : float or array of shape (m,)
        Derivative of the line's output by the weight.
    dz_db : float or array of shape (m,)
        Derivative of the line's output by the bias.

        A tuple of the four. Each has the shape of ``x``: numbers for a number, arrays for an array.
    """
    x, y = np.asarray(x), np.asarray(y)
    a = sigmoid(predict(x, w, b))
    dL_da = -(y / a - (1 - y) / (1 - a))
    da_dz = a * (1 - a)
    dz_dw = x
    dz_db = np.ones_like(x)
    return dL_da, da_dz, dz_dw, dz_db


# %% task="A03.7"
def logistic_gradient(x, y, w, b):
    """Return the slopes of one sample's cross-entropy by the weights and by the bias.

    The unit computes ``z``, the sum of ``w * x`` plus ``b``, and ``a = sigmoid(z)``. The slopes are
    right for every ``z``, also where ``a`` rounds to 0 or 1.

    Parameters
    ----------
    x : array of shape (n,)
        The features of the sample. It is left as it was.
    y : float
        Its label, 0 or 1.
    w : array of shape (n,)
        The weights.
    b : float
        The bias.

    Returns
    -------
    dw : array of shape (n,)
        Derivative by each weight.
    db : float
        Derivative by the bias.

        A tuple of the two.

    Raises
    ------
    ValueError
        If ``x`` and ``w`` have different shapes, ``(n,)`` with ``(n, 1)`` included.
    """
    x, w = np.asarray(x), np.asarray(w)
    if x.shape != w.shape:
        raise ValueError(f"x has shape {x.shape} but w has shape {w.shape}")
    a = sigmoid(np.sum(w * x) + b)
    return (a - y) * x, a - y

