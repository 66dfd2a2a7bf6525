"""Sends a frame a byte at a time, each within every deadline that starts anew."""

import time

from tools import student


def attack(target):
    student().channel.write([b"\xff\xff\0\0\0\0\0\0"])
    while True:
        student().channel.write([b" "])
        time.sleep(0.05)
