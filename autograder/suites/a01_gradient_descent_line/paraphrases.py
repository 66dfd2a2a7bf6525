"""The misconceptions of A01 written anew in another style: the diagnosis is measured on them."""

import numpy as np
from a01_gradient_descent_line import *

from autograder.checks import paraphrase


@paraphrase("A01.1", "intercept-forgotten")
def predict(x, w, b):
    x = np.asarray(x, dtype=np.float32)
    return sum([x * np.float32(w)])


@paraphrase("A01.1", "slope-and-intercept-swapped")
def predict(x, w, b):
    w, b = b, w
    flat = [w * float(value) + b for value in np.ravel(x)]
    return np.array(flat).reshape(np.shape(x))
