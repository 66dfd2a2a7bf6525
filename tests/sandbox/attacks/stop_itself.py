"""Stops itself, so that it neither answers nor ends."""

import os
import signal


def predict(x):
    for number in (signal.SIGSTOP, signal.SIGTSTP):
        os.kill(os.getpid(), number)
    while True:
        signal.pause()
