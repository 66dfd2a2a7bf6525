"""Asks whether it may send signals to the processes above it; in earnest, it kills them."""

import os


def attack(target):
    for process in (os.getppid(), target["grader"]):
        try:
            if process > 1:
                os.kill(process, 0)
                return True
        except OSError:
            continue
