"""Other right solutions of the toy course's A01."""

import numpy as np
from a01_slope import *

from autograder.checks import alternative


@alternative("A01.5", "a dot product")
def critical_lr(x):
    x = np.asarray(x)
    return 2 * len(x) / float(x @ x)
