"""Slopes of the penalties."""
import numpy as np


def l1_gradient(w, strength):
    return strength * np.sign(np.asarray(w, dtype=float))


def l2_gradient(w, strength):
    return strength * np.asarray(w, dtype=float)
