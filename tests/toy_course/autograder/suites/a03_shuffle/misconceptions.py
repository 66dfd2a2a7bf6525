"""Mistakes of the toy course's A03."""

import numpy as np
from a03_shuffle import *

from autograder.checks import misconception


@misconception(
    "A03.1", "with-replacement",
    en=("Numbers are drawn, not shuffled", "Every sample once: draw an order."),
    ko=("섞지 않고 뽑았습니다", "모든 샘플을 한 번씩: 순서를 뽑습니다."),
)  # fmt: skip
def shuffled(m, rng=None):
    rng = np.random.default_rng() if rng is None else rng
    return rng.integers(m, size=m)
