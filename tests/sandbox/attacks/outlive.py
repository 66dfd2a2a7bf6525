"""Leaves a process of its own session behind, which holds the pipes open and could rewrite a result later."""

import os
import time


def attack(target):
    child = os.fork()
    if child == 0:
        os.setsid()
        time.sleep(4)
        os._exit(0)
    return child
