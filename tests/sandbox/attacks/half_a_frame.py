"""Begins a frame, and never ends it."""

import time

from tools import student


def attack(target):
    student().channel.write([b"\xff\0\0\0\0\0\0\0{"])
    time.sleep(60)
