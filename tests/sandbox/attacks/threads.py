"""Starts threads that go on after the reply: they write to the channel and to the output."""

import os
import threading
import time

from tools import student


def attack(target):
    channel = student().channel

    def later():
        while True:
            time.sleep(0.01)
            channel.write([b"\x10\0\0\0\0\0\0\0" + b'{"id":3,"ok":42}'])
            os.write(1, b"x" * 100)

    for _ in range(4):
        threading.Thread(target=later, daemon=True).start()
    time.sleep(0.05)
