"""Makes processes: a few here, without end in earnest."""

import os


def attack(target):
    for _ in range(3):
        child = os.fork()
        if child == 0:
            os._exit(0)
        os.waitpid(child, 0)
    return True
