"""Does its work when its objects are let go."""

import os
import time


class Last:
    def __del__(self):
        print("x" * 100_000)
        time.sleep(0.01)
        os.kill(os.getpid(), 0)
        raise ValueError


def predict(x):
    return [Last() for _ in range(3)]
