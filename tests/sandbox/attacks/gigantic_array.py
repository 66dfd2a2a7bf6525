"""Returns an array larger than a message may be, and one that is large only by its strides."""

import numpy as np

turn = []


def predict(x):
    turn.append(x)
    if len(turn) % 2:
        return np.broadcast_to(np.zeros(1), (1 << 20, 1 << 20))
    return np.zeros(150 << 20, np.uint8)
