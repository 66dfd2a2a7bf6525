"""Returns texts, numbers and lists without measure."""

import sys

sys.set_int_max_str_digits(0)
turn = []


def predict(x):
    turn.append(x)
    return ["\ud800" * (1 << 21), 10**5000, 10**300_000, [0] * (1 << 21), [[[]]] * 200_000][
        len(turn) % 5
    ]
