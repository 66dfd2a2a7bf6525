"""Catches whatever is raised in it, the end of the channel included."""

import time


def predict(x):
    while True:
        try:
            time.sleep(0.1)
        except BaseException:
            continue
