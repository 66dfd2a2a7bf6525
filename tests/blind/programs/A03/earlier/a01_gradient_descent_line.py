import numpy as np


def predict(x, w, b):
    return w * (np.asarray(x, dtype=float) + 0.0) + b
