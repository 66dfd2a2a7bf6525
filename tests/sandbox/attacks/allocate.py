"""Asks for more memory than it may have."""

import numpy as np


def attack(target):
    return np.empty(2 << 30, np.uint8).size > 0
