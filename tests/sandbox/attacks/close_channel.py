"""Closes every descriptor it has, the channel among them."""

import os


def predict(x):
    os.closerange(0, 64)
    return 0.0
