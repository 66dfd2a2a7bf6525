"""Asks for the name of the machine."""

import os


def attack(target):
    return os.uname().nodename == target["machine"]
