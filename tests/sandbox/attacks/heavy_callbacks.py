"""Calls back with arguments as large as a message may be."""

import numpy as np


def attack(target, function=None):
    large = np.zeros(100 << 20, np.uint8)
    while True:
        function(large)
