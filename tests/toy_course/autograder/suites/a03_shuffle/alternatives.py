"""Other right solutions of the toy course's A03."""

import numpy as np
from a03_shuffle import *

from autograder.checks import alternative


@alternative("A03.2", "one sample at a time")
def fitted(x, y, lr, epochs, rng=None):
    rng = np.random.default_rng() if rng is None else rng
    unit = Unit()
    for _ in range(epochs):
        for i in shuffled(len(x), rng):
            unit.fit(x[i : i + 1], y[i : i + 1], lr, 1)
    return unit
