"""Other right solutions of the toy course's A02."""

import numpy as np
from a02_unit import *

from autograder.checks import alternative


@alternative("A02.4", "by the covariance")
def best_line(x, y):
    slope = np.cov(x, y)[0, 1] / np.var(x, ddof=1)
    return slope, np.mean(y) - slope * np.mean(x)
